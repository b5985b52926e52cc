import { Login, Name, RelativePath } from '@tidemark/schemas'
import { type LogicalColumn, logicalTypes } from './columns.ts'
import type { Wishes } from './settle-plan.ts'

export type Ask = (question: string) => Promise<string>

/** How often a question is asked before its answer is taken as it is, to be refused with all others. */
const mostAttempts = 3

/** Asks for the model and its data, where they were not given; for what may be left out only where nothing was. */
export async function askFirst(
  wishes: Wishes,
  ask: Ask,
  { login }: { readonly login: string | null },
): Promise<Wishes> {
  const isWhole = wishes.model === undefined
  const isName = (text: string) => (Name.safeParse(text).success ? null : 'That is no name of a-z, 0-9 and -.')
  const isPath = (text: string) => (RelativePath.safeParse(text).success ? null : 'That is no path below this folder.')
  const areLogins = (text: string) =>
    words(text).length > 0 && words(text).every((each) => Login.safeParse(each).success) ? null : 'Those are no logins.'
  const model = wishes.model ?? (await askFor(ask, 'What is the model called (a-z, 0-9, -)', isName))
  const description =
    wishes.description ??
    (isWhole ? emptyToNone(await ask('What does it predict, in a sentence (may be left out)? ')) : undefined)
  const data = wishes.data ?? (await askFor(ask, 'Where are its data files', isPath, 'data/*.parquet'))
  const owner =
    wishes.owner.length > 0
      ? wishes.owner
      : words(await askFor(ask, 'Who answers for it (GitHub logins)', areLogins, login ?? undefined))
  return { ...wishes, model, description, data, owner }
}

/** Asks for the columns where there is no data to read them from. */
export async function askColumns(ask: Ask): Promise<string[]> {
  const types = logicalTypes.join(', ')
  return words(await ask(`There is no data yet. Which columns will it have, as name:type with ${types}? `))
}

/** Asks for the columns’ parts, with what they look like as a suggestion. */
export async function askRoles(
  wishes: Wishes,
  columns: readonly LogicalColumn[],
  ask: Ask,
  { isWhole }: { readonly isWhole: boolean },
): Promise<Wishes> {
  const names = columns.map(({ name }) => name)
  const without = (taken: readonly string[]) => (text: string) => {
    if (taken.includes(text)) return `${text} is taken already.`
    return names.includes(text) ? null : `There is no such column; there are ${names.slice(0, 20).join(', ')}.`
  }
  // Keys tend to come first in a table, outcomes last.
  const labels = columns.filter(isLabel)
  const label =
    wishes.label ?? (await askFor(ask, 'Which column is to be predicted (0 or 1)', without([]), labels.at(-1)?.name))
  const days = columns.filter(({ name, type }) => name !== label && (type === 'date' || type === 'timestamp'))
  const together = 'Which column says what belongs together: a day, a customer'
  const cluster = wishes.cluster ?? (await askFor(ask, together, without([label]), days[0]?.name))
  const apart = 'Which column tells rows apart (left out: file and row number do)'
  const isId = (text: string) => (text === '' ? null : without([label, cluster])(text))
  const id = wishes.id ?? (isWhole ? emptyToNone(await askFor(ask, apart, isId)) : undefined)
  return { ...wishes, label, cluster, id }
}

/** Asks, and again where `problemOf` finds one. An empty answer is the usual one, where there is one. */
async function askFor(
  ask: Ask,
  question: string,
  problemOf: (answer: string) => string | null,
  usual?: string,
): Promise<string> {
  let complaint = ''
  for (let attempt = 1; ; attempt++) {
    const answer = (await ask(`${complaint}${question}? ${usual === undefined ? '' : `[${usual}] `}`)) || (usual ?? '')
    const problem = problemOf(answer)
    if (problem === null || attempt === mostAttempts) return answer
    complaint = `${problem} `
  }
}

const isLabel = ({ type, distinct }: LogicalColumn): boolean =>
  type === 'boolean' || (type === 'integer' && (distinct === null || distinct === 2))

const words = (text: string): string[] => text.split(/[\s,]+/).filter((each) => each !== '')
const emptyToNone = (text: string): string | undefined => (text === '' ? undefined : text)
