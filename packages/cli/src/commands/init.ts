import { resolve } from 'node:path'
import { parseContract } from '@tidemark/data'
import { ModelPolicy, Name, parseYamlDocument, TidemarkError } from '@tidemark/schemas'
import { z } from 'zod'
import { askColumns, askFirst, askRoles } from '../init/ask.ts'
import { branchOf } from '../init/clone.ts'
import { tableName } from '../init/identifiers.ts'
import type { InferredData } from '../init/infer-data.ts'
import { contractId, publishedActions, renderFiles } from '../init/render.ts'
import { parseColumns, settlePlan, type Wishes } from '../init/settle-plan.ts'
import { type Written, writeFiles } from '../init/write-files.ts'
import type { Invocation } from '../invocation.ts'
import { checkOptions } from '../options.ts'
import { originOf } from '../origin.ts'
import { plain } from '../table.ts'
import type { Terminal } from '../tidemark.ts'

const texts = z.array(z.string().min(1)).default([])
const Options = z.object({
  data: z.string().optional(),
  label: z.string().optional(),
  cluster: z.string().optional(),
  id: z.string().optional(),
  exclude: texts,
  owner: texts,
  column: texts,
  description: z.string().min(1).max(2000).optional(),
  folder: z.string().min(1).default('.'),
  branch: z.string().optional(),
  actions: z.string().default(publishedActions),
  'dry-run': z.boolean().default(false),
  'native-path': z.string().min(1).optional(),
})

/** `tidemark init`. */
export async function execute({ options, operands }: Invocation, terminal: Terminal): Promise<number> {
  const choice = checkOptions(Options, options)
  const folder = resolve(terminal.cwd, choice.folder)
  const { ask } = terminal
  let wishes: Wishes = { ...choice, model: operands[0], branch: choice.branch ?? (await branchOf(folder)) }
  if (ask) wishes = await askFirst(wishes, ask, { login: await ownerOf(folder) })
  const found = choice.column.length > 0 ? null : await findData(folder, wishes, choice['native-path'], terminal)
  const columns =
    found?.columns ?? parseColumns(choice.column.length > 0 || !ask ? choice.column : await askColumns(ask))
  if (ask) wishes = await askRoles(wishes, columns, ask, { isWhole: operands[0] === undefined })
  const plan = settlePlan(wishes, columns, found?.contract ?? null)
  const files = renderFiles(plan)
  const policy = `models/${plan.model}/model.yaml`
  // What is written is what our own readers take, whatever the names in it are.
  parseYamlDocument(ModelPolicy, files[policy]!, policy)
  parseContract(files[`models/${plan.model}/contract.yaml`]!, 'contract.yaml')
  const written = await writeFiles(folder, files, { isTrial: choice['dry-run'] })
  terminal.print(describe(written, choice['dry-run']))
  if (found?.files === 1) {
    terminal.report('There is one data file: the newest is held out to judge by, so training needs a second one.')
  }
  return 0
}

/** What the data say, or null where there are none yet. */
async function findData(
  folder: string,
  { data, model = '' }: Wishes,
  nativePath: string | undefined,
  terminal: Terminal,
): Promise<InferredData | null> {
  if (data === undefined) return null
  const { provideNative } = await import('@tidemark/action-kit')
  await provideNative(['duckdb'], { inputs: { nativePath }, log: (text) => terminal.report(plain(text)) })
  const { inferData } = await import('../init/infer-data.ts')
  // Another name is refused with everything else that is wrong.
  const object = Name.safeParse(model).success ? tableName(model) : 'rows'
  try {
    return await inferData(folder, data, { id: contractId(model), object })
  } catch (error) {
    if (error instanceof TidemarkError && error.code === 'FILE_NOT_FOUND') return null
    throw error
  }
}

/** The owner of the repository on GitHub, if it is a person’s: a suggestion only. */
async function ownerOf(folder: string): Promise<string | null> {
  const origin = await originOf(folder)
  return origin === undefined ? null : (new URL(origin).pathname.split('/')[1] ?? null)
}

function describe({ written, left }: Written, isTrial: boolean): string {
  const list = (paths: readonly string[]) => paths.map((path) => `  ${plain(path)}`).join('\n')
  return [
    ...(written.length === 0 ? ['Nothing to write.'] : [`${isTrial ? 'Would write' : 'Wrote'}\n${list(written)}`]),
    ...(left.length === 0 ? [] : [`Left as they are\n${list(left)}`]),
    ...(isTrial || written.length === 0
      ? []
      : [
          'Next: read features.sql and the gate in model.yaml, commit, push, and let `tidemark doctor` look at the repository’s settings.',
        ]),
  ].join('\n')
}
