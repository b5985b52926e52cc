import type { RunSummary } from '../runs.ts'

/** How a field's values compare. `any`: as each run has it, a number, a text or true and false. */
export type FieldKind = 'number' | 'text' | 'digest' | 'version' | 'time' | 'list' | 'any'

export type FieldValue = string | number | boolean | readonly string[] | null

interface Field {
  readonly kind: FieldKind
  /** Null where the run has none. */
  readonly read: (run: RunSummary) => FieldValue
}

/** What every run has, or may have, by the name that a filter gives it. */
export const ownFields: Readonly<Record<string, Field>> = {
  id: { kind: 'digest', read: ({ id }) => id },
  time: { kind: 'time', read: ({ time }) => time },
  commit: { kind: 'digest', read: ({ commit }) => commit },
  verdict: { kind: 'text', read: ({ verdict }) => verdict },
  version: { kind: 'version', read: ({ version }) => version },
  champion: { kind: 'version', read: ({ champion }) => champion },
  digest: { kind: 'digest', read: ({ modelDigest }) => modelDigest },
  dataset: { kind: 'digest', read: ({ dataset }) => dataset },
  holdout: { kind: 'digest', read: ({ holdout }) => holdout },
  files: { kind: 'list', read: ({ files }) => files },
  rows: { kind: 'number', read: ({ rows }) => rows },
  trainer: { kind: 'text', read: ({ trainer }) => trainer },
  executor: { kind: 'text', read: ({ executor }) => executor },
  seed: { kind: 'number', read: ({ seed }) => seed },
  seconds: { kind: 'number', read: ({ seconds }) => seconds },
}

/** `metrics` of the evaluation on the holdout, `training` as the trainer gave them, `params` of the run. */
export const fieldGroups = ['metrics', 'training', 'params'] as const

/** The field of a name; null where the name is neither an own field nor in a group. */
export function fieldOf(name: string): Field | null {
  if (Object.hasOwn(ownFields, name)) return ownFields[name]!
  const group = fieldGroups.find((each) => name.startsWith(`${each}.`))
  if (group === undefined) return null
  const key = name.slice(group.length + 1)
  return {
    kind: group === 'params' ? 'any' : 'number',
    read: (run) => (Object.hasOwn(run[group], key) ? (run[group][key] ?? null) : null),
  }
}

/** Names of the fields that these runs have, own ones first, groups in order. */
export function knownFields(runs: readonly RunSummary[]): string[] {
  const grouped = fieldGroups.flatMap((group) => {
    const names = new Set(runs.flatMap((run) => Object.keys(run[group])))
    return [...names].sort().map((name) => `${group}.${/^[\w-]+(\.[\w-]+)*$/.test(name) ? name : JSON.stringify(name)}`)
  })
  return [...Object.keys(ownFields), ...grouped]
}
