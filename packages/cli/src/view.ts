import { RegistryView, versionsOf } from '@tidemark/registry'
import { Name, TidemarkError } from '@tidemark/schemas'
import { nearestNames } from './nearest.ts'
import type { Source, SourceChoice } from './source.ts'
import { plain } from './table.ts'
import type { Terminal } from './tidemark.ts'

const mostWarnings = 5
const mostListed = 8

/** The registry of a source. Throws `FILE_NOT_FOUND` without a registry branch. */
export async function openView(source: Source, choice: SourceChoice): Promise<RegistryView> {
  const view = await RegistryView.open(source.ledger)
  if (view !== null) return view
  throw new TidemarkError('FILE_NOT_FOUND', `${source.name} has no branch ${choice['registry-branch']}`, {
    hint: `In a clone, git fetch origin ${choice['registry-branch']} brings it; the first registration creates it. --registry-branch names another.`,
  })
}

/** Throws `NAME_INVALID` for what no model can be called. */
export function assertModelName(model: string): void {
  if (Name.safeParse(model).success) return
  throw new TidemarkError('NAME_INVALID', `${JSON.stringify(model)} is no model’s name`, {
    hint: '`tidemark ls` lists the models.',
  })
}

/** Throws `FILE_NOT_FOUND` with the nearest names where there is no model of that name. */
export async function expectModel(view: RegistryView, model: string, source: Source): Promise<void> {
  const models = await view.models()
  if (models.includes(model)) return
  throw new TidemarkError('FILE_NOT_FOUND', `${source.name} has no model ${model}`, {
    hint: `${suggest(model, models, 'models')} \`tidemark ls\` lists them.`,
  })
}

/** Did you mean …? There are …, for a name that is not there. */
export function suggest(word: string, names: readonly string[], what: string): string {
  const near = nearestNames(word, names)
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`
  if (names.length === 0) return `There are no ${what} yet.`
  const more = names.length - mostListed
  return `There are ${names.slice(0, mostListed).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

/** Says on standard error what could not be read. */
export function warn(view: RegistryView, terminal: Terminal): void {
  const problems = view.problems()
  for (const { path, message } of problems.slice(0, mostWarnings))
    terminal.report(`warning: ${plain(path)} ${plain(message)}`)
  const more = problems.length - mostWarnings
  if (more > 0) terminal.report(`warning: and ${more} more; \`tidemark verify\` lists all`)
}

/** Prints a document for programs; what a terminal would obey is escaped as JSON can. */
export function printJson(terminal: Terminal, document: unknown): void {
  const text = JSON.stringify(document, null, 2)
  terminal.print(
    text.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}]/gu, (character) =>
      Array.from(
        { length: character.length },
        (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
      ).join(''),
    ),
  )
}

/** For a version that a model does not have. */
export function unknownVersion(
  view: RegistryView,
  { model, version }: { readonly model: string; readonly version: string },
): TidemarkError {
  const newest = versionsOf(view, model).slice(-3).reverse()
  return new TidemarkError('FILE_NOT_FOUND', `${model} has no version ${version}`, {
    hint: `\`tidemark ls ${model}\` lists them; the newest are ${newest.join(', ') || 'none'}.`,
  })
}
