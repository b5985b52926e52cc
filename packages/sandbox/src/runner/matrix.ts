import { isDeepStrictEqual } from 'node:util'

export type Leg = Readonly<Record<string, unknown>>
const maximum = 256

/**
 * Expands `strategy.matrix`. `exclude` comes before `include`; an include goes into every combination whose original
 * values it does not change, and becomes a combination of its own when there is none. Throws when nothing or over 256 remain.
 */
export function expandMatrix(matrix: Readonly<Record<string, unknown>>): Leg[] {
  const { include, exclude, ...vectors } = matrix
  const originals = Object.keys(vectors)
  const kept = cross(vectors).filter((leg) => !listOf(exclude, 'exclude').some((rule) => agrees(rule, leg)))
  const extended: Record<string, unknown>[] = kept.map((leg) => ({ ...leg }))
  const added: Leg[] = []
  for (const entry of listOf(include, 'include')) {
    const own = Object.keys(entry).filter((key) => originals.includes(key))
    const hosts = extended.filter((_, index) => own.every((key) => isDeepStrictEqual(kept[index]?.[key], entry[key])))
    for (const host of hosts) Object.assign(host, entry)
    if (hosts.length === 0) added.push(entry)
  }
  const legs = [...extended, ...added]
  if (legs.length === 0) throw new Error('the matrix must define at least one combination')
  if (legs.length > maximum) throw new Error(`the matrix has ${legs.length} combinations; GitHub allows ${maximum}`)
  return legs
}

/** `(ubuntu, 22)`: what GitHub appends to a job's name. */
export const labelOf = (leg: Leg): string => {
  const values = Object.values(leg).flatMap(leaves)
  return values.length === 0 ? '' : ` (${values.join(', ')})`
}

function cross(vectors: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const names = Object.entries(vectors)
  if (names.length === 0) return []
  return names.reduce<Record<string, unknown>[]>(
    (legs, [name, values]) => {
      if (!Array.isArray(values) || values.length === 0)
        throw new Error(`matrix vector '${name}' must be a list with values`)
      return legs.flatMap((leg) => values.map((value: unknown) => ({ ...leg, [name]: value })))
    },
    [{}],
  )
}

/** A rule may name only a part of a combination, also inside an object. */
function agrees(rule: unknown, value: unknown): boolean {
  if (typeof rule === 'object' && rule !== null && typeof value === 'object' && value !== null) {
    return Object.entries(rule).every(([key, item]) => agrees(item, (value as Record<string, unknown>)[key]))
  }
  return isDeepStrictEqual(rule, value)
}

function listOf(value: unknown, name: string): Leg[] {
  if (value === undefined || value === null || value === '') return []
  if (!Array.isArray(value)) throw new Error(`matrix '${name}' must be a list`)
  return value as Leg[]
}

const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]
