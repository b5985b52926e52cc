import { Login, Name, type Problem, RelativePath, TidemarkError } from '@tidemark/schemas'
import { isLogicalType, type LogicalColumn, logicalTypes } from './columns.ts'
import type { Plan } from './plan.ts'

/** What was given, before anything of it is believed. */
export interface Wishes {
  readonly model?: string | undefined
  readonly description?: string | undefined
  readonly owner: readonly string[]
  readonly data?: string | undefined
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly cluster?: string | undefined
  readonly exclude: readonly string[]
  readonly branch: string
  readonly actions: string
}

const columnTaken = /^(source_file|file_row_number|tidemark_row)$/i

/** The plan that wishes come to for these columns, and the contract that the data keep where there are some. Throws `INPUT_INVALID` with everything that is wrong or missing. */
export function settlePlan(wishes: Wishes, columns: readonly LogicalColumn[], contract: string | null): Plan {
  const problems: Problem[] = []
  const wrong = (option: string, message: string) => void problems.push({ path: option, message })
  const { model = '', owner, data = '', id, label = '', cluster = '', exclude, branch, actions } = wishes
  if (!Name.safeParse(model).success) wrong('<model>', needed(model, 'a name of a-z, 0-9 and -, such as flight-delay'))
  if (owner.length === 0) wrong('--owner', 'is required: the GitHub login of somebody who answers for the model')
  for (const login of owner.filter((each) => !Login.safeParse(each).success))
    wrong('--owner', needed(login, 'a GitHub login'))
  if (!RelativePath.safeParse(data).success)
    wrong('--data', needed(data, 'a path or glob below the folder, such as data/*.parquet'))
  if (!/^[A-Za-z0-9][\w./-]{0,200}$/.test(branch) || branch.includes('..'))
    wrong('--branch', needed(branch, 'a branch'))
  if (!/^[A-Za-z0-9][\w.-]*\/[\w.-]+@[\w./-]+$/.test(actions)) wrong('--actions', needed(actions, 'owner/name@ref'))
  const names = columns.map(({ name }) => name)
  const known = (option: string, name: string, what: string) => {
    if (name === '') wrong(option, `is required: ${what}`)
    else if (!names.includes(name))
      wrong(option, `there is no column ${JSON.stringify(name)}; there are ${listed(names)}`)
  }
  known('--label', label, 'the column that is to be predicted, 0 or 1')
  known('--cluster', cluster, 'the column of what belongs together: a day, a customer, a query')
  if (id !== undefined) known('--id', id, 'the column that tells rows apart')
  for (const name of exclude) known('--exclude', name, 'a column that is no feature')
  const typeOf = (name: string) => columns.find((column) => column.name === name)?.type
  if (names.includes(label) && !['integer', 'number', 'boolean'].includes(typeOf(label) ?? '')) {
    wrong('--label', `${label} is ${typeOf(label) ?? 'of no known type'}; a label is 0 or 1`)
  }
  const roles = [id, label, cluster].filter((name) => name !== undefined && name !== '')
  if (new Set(roles).size < roles.length) wrong('--id', 'id, label and cluster are three columns')
  for (const name of names.filter((each) => columnTaken.test(each)))
    wrong('--data', `the column name ${name} is one that Tidemark adds itself`)
  if (problems.length > 0) {
    throw new TidemarkError(
      'INPUT_INVALID',
      `${problems.length} answer${problems.length === 1 ? ' is' : 's are'} missing or wrong`,
      {
        hint: 'tidemark init --help has an example. In a terminal it asks for what is not given.',
        problems,
      },
    )
  }
  return {
    model,
    description: wishes.description ?? null,
    owners: owner,
    data,
    columns,
    contract,
    id: id ?? null,
    label,
    cluster,
    left: exclude,
    defaultBranch: branch,
    actions,
  }
}

/** Columns as they are typed where there is no data yet: `age:integer`. Throws `INPUT_INVALID`. */
export function parseColumns(given: readonly string[]): LogicalColumn[] {
  const problems: Problem[] = []
  const columns = given.flatMap((text): LogicalColumn[] => {
    const at = text.lastIndexOf(':')
    const [name, type] = [text.slice(0, at), text.slice(at + 1)]
    if (at > 0 && isLogicalType(type)) return [{ name, type, isRequired: true, distinct: null }]
    problems.push({ path: '--column', message: needed(text, `name:type with a type of ${logicalTypes.join(', ')}`) })
    return []
  })
  const twice = columns.filter(({ name }, i) => columns.findIndex((column) => column.name === name) < i)
  for (const { name } of twice) problems.push({ path: '--column', message: `${name} is given twice` })
  if (problems.length > 0) {
    throw new TidemarkError('INPUT_INVALID', 'the columns cannot be used', { hint: 'Correct those named.', problems })
  }
  return columns
}

const needed = (given: string, what: string) =>
  given === '' ? `is required: ${what}` : `expected ${what}, found ${JSON.stringify(given.slice(0, 80))}`
const listed = (names: readonly string[]) =>
  names.length === 0
    ? 'none'
    : `${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`
