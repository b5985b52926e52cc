import { readOverview } from '@tidemark/registry'
import { type ModelOverview, type Overview, TidemarkError } from '@tidemark/schemas'
import type { Source, SourceChoice } from './source.ts'
import { plain } from './table.ts'
import type { Terminal } from './tidemark.ts'

const mostWarnings = 5

/** Reads the overview, and says on standard error what of it could not be read. Throws `FILE_NOT_FOUND` without a registry branch. */
export async function readSource(
  source: Source,
  {
    model,
    choice,
    terminal,
  }: { readonly model?: string | undefined; readonly choice: SourceChoice; readonly terminal: Terminal },
): Promise<Overview> {
  const overview = await readOverview(source.ledger, { model })
  if (overview.head === null) {
    throw new TidemarkError('FILE_NOT_FOUND', `${source.name} has no branch ${choice['registry-branch']}`, {
      hint: `In a clone, git fetch origin ${choice['registry-branch']} brings it; the first registration creates it. --registry-branch names another.`,
    })
  }
  for (const { path, message } of overview.problems.slice(0, mostWarnings))
    terminal.report(`warning: ${path} ${plain(message)}`)
  const more = overview.problems.length - mostWarnings
  if (more > 0) terminal.report(`warning: and ${more} more; \`tidemark verify\` lists all`)
  return overview
}

/** The model that was asked for. Throws `FILE_NOT_FOUND` where the registry has none of that name. */
export function findModel(overview: Overview, model: string, source: Source): ModelOverview {
  const found = overview.models.find((each) => each.model === model)
  if (found) return found
  throw new TidemarkError('FILE_NOT_FOUND', `${source.name} has no model ${plain(model)}`, {
    hint: '`tidemark ls` lists the models.',
  })
}
