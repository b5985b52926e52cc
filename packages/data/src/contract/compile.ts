import { TidemarkError } from '@tidemark/schemas'
import type { Engine } from '../engine/engine.ts'
import { quoteIdentifier, quoteLiteral } from '../engine/quoting.ts'
import type { Dataset } from '../fingerprint/dataset.ts'
import { type Check, describeJudge, judgeOf, type RowCheck } from './checks.ts'
import { type ColumnNames, resolveColumns } from './columns.ts'
import { compileProperty } from './compile-property.ts'
import { type MismatchSql, notEvaluated } from './compile-quality.ts'
import type { Contract } from './contract.ts'
import type { Quality } from './document.ts'
import { isDriftRule } from './drift-rules.ts'
import { findMismatches } from './mismatches.ts'
import { isSharedPattern, isWholePattern } from './pattern.ts'

export interface CompiledContract {
  readonly checks: readonly Check[]
  /** SQL, true for rows that break a row rule of severity error, otherwise null or false. */
  readonly rejects: string
}

// A contract is compiled once for a dataset: patterns that JavaScript evaluates cost a scan each.
const compiled = new WeakMap<Dataset, WeakMap<Contract, Promise<CompiledContract>>>()

/**
 * A contract as checks on a dataset's columns. Row rules (type options, `required`) reject rows; quality metrics judge the
 * whole. Throws `COLUMN_MISSING` with every column that the contract has and the data has not.
 */
export function compileContract(engine: Engine, dataset: Dataset, contract: Contract): Promise<CompiledContract> {
  const known = compiled.get(dataset) ?? new WeakMap<Contract, Promise<CompiledContract>>()
  compiled.set(dataset, known)
  const made = known.get(contract) ?? compile(engine, dataset, contract)
  known.set(contract, made)
  return made
}

async function compile(engine: Engine, dataset: Dataset, contract: Contract): Promise<CompiledContract> {
  const columns = resolveColumns(dataset, contract)
  const types = new Map(dataset.columns.map(({ name, type }) => [name, type]))
  const mismatch = mismatchIn(engine, dataset)
  const checks: Check[] = []
  for (const [i, property] of contract.object.properties.entries()) {
    const column = columns.get(property.name) ?? property.name
    checks.push(
      ...(await compileProperty(property, {
        type: types.get(column) ?? '',
        column: quoteIdentifier(column),
        columns,
        path: ['properties', i],
        mismatch,
        from: dataset.rawView,
      })),
    )
  }
  checks.push(...compileKey(contract, columns), ...compileObjectQuality(contract, columns))
  checks.push(...compileRelationships(contract, columns))
  const rowRules = checks.filter((check): check is RowCheck => check.type === 'row' && check.severity === 'error')
  return { checks: uniqueIds(checks), rejects: rowRules.map(({ violates }) => `(${violates})`).join(' OR ') || 'false' }
}

const largestReadInJs = 1_000_000
/** A list's items are looked at by a function that reads no table: refused texts stand in it. */
const mostInList = 10_000
let tables = 0

/** RE2 where it reads the pattern as ECMA-262 does, else the distinct texts that JavaScript refuses, kept in a table. */
function mismatchIn(engine: Engine, dataset: Dataset): MismatchSql {
  return async (column, pattern, { from, depth }) => {
    if (isSharedPattern(pattern)) {
      const matches = isWholePattern(pattern) ? 'regexp_full_match' : 'regexp_matches'
      return `NOT ${matches}(${column}, ${quoteLiteral(pattern)})`
    }
    const rows = await engine.query(
      `SELECT DISTINCT ${column} AS item FROM ${from} WHERE ${column} IS NOT NULL LIMIT ${largestReadInJs + 1}`,
    )
    if (rows.length > largestReadInJs) {
      throw tooMany(pattern, largestReadInJs)
    }
    const refused = await findMismatches(
      rows.map((row) => String(row.item)),
      pattern,
    )
    if (depth !== undefined) {
      if (refused.length > mostInList) throw tooMany(pattern, mostInList)
      return refused.length === 0 ? 'false' : `${column} IN (${refused.map(textLiteral).join(', ')})`
    }
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

const tooMany = (pattern: string, most: number): TidemarkError =>
  new TidemarkError('CONTRACT_INVALID', `The pattern ${pattern} must be tried on more than ${most} different texts`, {
    hint: 'Write the pattern without look-around, \\s, "." and negated classes, so that the engine can evaluate it.',
  })

function textLiteral(text: string): string {
  return text.split('\0').map(quoteLiteral).join(' || chr(0) || ')
}

function compileKey({ object }: Contract, columns: ColumnNames): Check[] {
  const keys = object.properties
    .filter(({ primaryKey }) => primaryKey)
    .toSorted((a, b) => (a.primaryKeyPosition ?? 0) - (b.primaryKeyPosition ?? 0))
  if (keys.length === 0) return []
  const names = keys.map(({ name }) => name)
  return [
    {
      type: 'duplicates',
      id: `${names.join('+')}.primaryKey`,
      kind: 'primaryKey',
      description: `${names.join(', ')} identif${names.length === 1 ? 'ies' : 'y'} a row`,
      severity: 'error',
      columns: names.map((name) => columns.get(name) ?? name),
      expected: 'no duplicates',
      judge: { operator: 'mustBe', bound: 0, unit: 'rows' },
      path: ['properties', object.properties.findIndex(({ primaryKey }) => primaryKey), 'primaryKey'],
    },
  ]
}

function compileObjectQuality({ object }: Contract, columns: ColumnNames): Check[] {
  return object.quality.flatMap((quality, i) =>
    isDriftRule(quality) ? [] : [compileOne(quality, object.name, columns, ['quality', i])],
  )
}

function compileRelationships({ relationships }: Contract, columns: ColumnNames): Check[] {
  return relationships.map(({ id, columns: names, target, to, path }): Check => {
    const head = {
      id,
      kind: 'foreignKey',
      description: `${names.join(', ')} refers to ${to}`,
      expected: 'a row that is referred to',
      path,
      ...(names.length === 1 ? { column: names[0] as string } : {}),
    }
    if (target === undefined) {
      const observed = 'not evaluated: it leads out of this contract'
      return { ...head, type: 'settled', severity: 'warning', verdict: 'inconclusive', observed }
    }
    return {
      ...head,
      type: 'reference',
      severity: 'error',
      columns: names.map((name) => columns.get(name) ?? name),
      target,
    }
  })
}

function compileOne(
  quality: Quality,
  objectName: string,
  names: ColumnNames,
  path: readonly (string | number)[],
): Check {
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
    const columns = (quality.arguments?.properties ?? []).map((name) => names.get(name) ?? name)
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
