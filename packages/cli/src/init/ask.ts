import { type LogicalColumn, logicalTypes } from './columns.ts'
import type { Wishes } from './settle-plan.ts'

export type Ask = (question: string) => Promise<string>

/** Asks for the model and its data, where they were not given; for what may be left out only where nothing was. */
export async function askFirst(
  wishes: Wishes,
  ask: Ask,
  { login }: { readonly login: string | null },
): Promise<Wishes> {
  const isWhole = wishes.model === undefined
  const sentence = 'What does it predict, in a sentence (may be left out)? '
  return {
    ...wishes,
    model: wishes.model ?? (await ask('What is the model called (a-z, 0-9, -)? ')),
    description: wishes.description ?? (isWhole ? emptyToNone(await ask(sentence)) : undefined),
    data: wishes.data ?? (await orDefault(ask, 'Where are its data files', 'data/*.parquet')),
    owner:
      wishes.owner.length > 0
        ? wishes.owner
        : (login === null
            ? await ask('Whose approval counts (GitHub logins)? ')
            : await orDefault(ask, 'Whose approval counts (GitHub logins)', login)
          )
            .split(/[\s,]+/)
            .filter((each) => each !== ''),
  }
}

/** Asks for the columns where there is no data to read them from. */
export async function askColumns(ask: Ask): Promise<string[]> {
  const answer = await ask(
    `There is no data yet. Which columns will it have, as name:type with ${logicalTypes.join(', ')}? `,
  )
  return answer.split(/[\s,]+/).filter((each) => each !== '')
}

/** Asks for the columns’ parts, with what they look like as a suggestion. */
export async function askRoles(
  wishes: Wishes,
  columns: readonly LogicalColumn[],
  ask: Ask,
  { isWhole }: { readonly isWhole: boolean },
): Promise<Wishes> {
  const label =
    wishes.label ?? (await suggest(ask, 'Which column is to be predicted (0 or 1)', columns.filter(isLabel)))
  const others = columns.filter(({ name }) => name !== label)
  const days = others.filter(({ type }) => type === 'date' || type === 'timestamp')
  const cluster =
    wishes.cluster ?? (await suggest(ask, 'Which column says what belongs together: a day, a customer', days))
  const id =
    wishes.id ??
    (isWhole ? emptyToNone(await ask('Which column tells rows apart (left out: file and row number do)? ')) : undefined)
  return { ...wishes, label, cluster, id }
}

const isLabel = ({ type, distinct }: LogicalColumn): boolean =>
  type === 'boolean' || (type === 'integer' && (distinct === null || distinct === 2))

const suggest = (ask: Ask, question: string, [first]: readonly LogicalColumn[]): Promise<string> =>
  first === undefined ? ask(`${question}? `) : orDefault(ask, question, first.name)

async function orDefault(ask: Ask, question: string, usual: string): Promise<string> {
  return (await ask(`${question}? [${usual}] `)) || usual
}

const emptyToNone = (text: string): string | undefined => (text === '' ? undefined : text)
