import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { type Check, describeJudge, judgeOf, type RowCheck } from './checks.ts'
import { compileProperty } from './compile-property.ts'
import { type MismatchSql, notEvaluated } from './compile-quality.ts'
import type { Contract } from './contract.ts'
import type { Property, Quality } from './document.ts'
import { isSharedPattern, isWholePattern } from './pattern.ts'

export interface CompiledContract {
  readonly checks: readonly Check[]
  /** SQL, true for rows that break a row rule of severity error, otherwise null or false. */
  readonly rejects: string
}

/**
 * A contract as checks on a dataset's columns. Row rules (type options, `required`) reject rows; quality metrics judge the
 * whole. Throws `COLUMN_MISSING` with every column that the contract has and the data has not.
 */
export async function compileContract(engine: Engine, dataset: Dataset, contract: Contract): Promise<CompiledContract> {
  assertColumns(dataset, contract)
  const mismatch = mismatchIn(engine, dataset)
  const checks: Check[] = []
  for (const [i, property] of contract.object.properties.entries()) {
    const type = dataset.columns.find(({ name }) => name === property.name)?.type ?? ''
    checks.push(...(await compileProperty(property, type, ['properties', i], mismatch)))
  }
  checks.push(...compileKey(contract), ...compileObjectQuality(contract))
  const rowRules = checks.filter((check): check is RowCheck => check.type === 'row' && check.severity === 'error')
  return { checks: uniqueIds(checks), rejects: rowRules.map(({ violates }) => `(${violates})`).join(' OR ') || 'false' }
}

function assertColumns(dataset: Dataset, contract: Contract): void {
  const names = dataset.columns.map(({ name }) => name)
  const missing = contract.object.properties.flatMap((property: Property, i) => {
    if (names.includes(property.name)) return []
    const similar = names.find((name) => name.toLowerCase() === property.name.toLowerCase())
    const message = `the data has no column "${property.name}"${similar === undefined ? '' : `, but "${similar}"`}`
    return [
      { name: property.name, problem: { file: contract.file, ...contract.locate(['properties', i, 'name']), message } },
    ]
  })
  if (missing.length === 0) return
  throw new TidemarkError(
    'COLUMN_MISSING',
    `${dataset.files[0]?.path ?? 'The data'} lacks ${missing.map(({ name }) => name).join(', ')}`,
    {
      hint: `Add the column to the data or correct the contract. The data has: ${names.join(', ').slice(0, 500)}.`,
      problems: missing.map(({ problem }) => problem),
    },
  )
}

const largestReadInJs = 1_000_000

/** RE2 where it reads the pattern as ECMA-262 does, else the distinct texts that JavaScript refuses, kept in a table. */
function mismatchIn(engine: Engine, dataset: Dataset): MismatchSql {
  let tables = 0
  return async (column, pattern) => {
    if (isSharedPattern(pattern)) {
      const matches = isWholePattern(pattern) ? 'regexp_full_match' : 'regexp_matches'
      return `NOT ${matches}(${column}, ${quoteLiteral(pattern)})`
    }
    const rows = await engine.query(
      `SELECT DISTINCT ${column} AS item FROM ${dataset.rawView} WHERE ${column} IS NOT NULL LIMIT ${largestReadInJs + 1}`,
    )
    if (rows.length > largestReadInJs) {
      throw new TidemarkError(
        'CONTRACT_INVALID',
        `The pattern ${pattern} must be tried on more than ${largestReadInJs} different texts`,
        {
          hint: 'Write the pattern without look-around, \\s, "." and negated classes, so that the engine can evaluate it.',
        },
      )
    }
    const expression = new RegExp(pattern, 'u')
    const refused = rows.map((row) => String(row.item)).filter((item) => !expression.test(item))
    const table = `tidemark.${quoteIdentifier(`mismatch_${dataset.name}_${tables++}`)}`
    await engine.query(`CREATE OR REPLACE TABLE ${table} (item VARCHAR)`)
    for (let i = 0; i < refused.length; i += 1000) {
      await engine.query(
        `INSERT INTO ${table} VALUES ${refused
          .slice(i, i + 1000)
          .map((item) => `(${textLiteral(item)})`)
          .join(', ')}`,
      )
    }
    return `${column} IN (SELECT item FROM ${table})`
  }
}

function textLiteral(text: string): string {
  return text.split('\0').map(quoteLiteral).join(' || chr(0) || ')
}

function compileKey({ object }: Contract): Check[] {
  const keys = object.properties.filter(({ primaryKey }) => primaryKey)
  if (keys.length === 0) return []
  const columns = keys.map(({ name }) => name)
  return [
    {
      type: 'duplicates',
      id: `${columns.join('+')}.primaryKey`,
      kind: 'primaryKey',
      description: `${columns.join(', ')} identify a row`,
      severity: 'error',
      columns,
      expected: 'no duplicates',
      judge: { operator: 'mustBe', bound: 0, unit: 'rows' },
      path: ['properties', object.properties.findIndex(({ primaryKey }) => primaryKey), 'primaryKey'],
    },
  ]
}

function compileObjectQuality({ object }: Contract): Check[] {
  return object.quality.map((quality, i) => compileOne(quality, object.name, ['quality', i]))
}

function compileOne(quality: Quality, objectName: string, path: readonly (string | number)[]): Check {
  const kind = quality.type === 'library' ? (quality.metric ?? 'rowCount') : quality.type
  const id = quality.id ?? quality.name ?? `${objectName}.${kind}`
  const head = {
    id,
    kind,
    severity: quality.severity,
    path,
    description: quality.description ?? quality.name ?? `${kind} of ${objectName}`,
  }
  if (quality.type === 'text' || quality.type === 'custom') return notEvaluated(head, quality)
  const judge = judgeOf(quality)
  if (quality.type === 'sql') {
    return {
      ...head,
      type: 'sql',
      query: quality.query ?? '',
      judge,
      expected: describeJudge({ ...judge, unit: 'rows' }, '').trim(),
    }
  }
  if (quality.metric === 'duplicateValues') {
    const columns = quality.arguments?.properties ?? []
    return { ...head, type: 'duplicates', columns, judge, expected: describeJudge(judge, 'duplicates') }
  }
  return { ...head, type: 'metric', counts: null, judge, expected: describeJudge(judge, 'rows') }
}

function uniqueIds(checks: readonly Check[]): Check[] {
  const uses = new Map<string, number>()
  return checks.map((check) => {
    const use = (uses.get(check.id) ?? 0) + 1
    uses.set(check.id, use)
    return use === 1 ? check : { ...check, id: `${check.id}.${use}` }
  })
}
