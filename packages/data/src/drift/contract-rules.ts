import type { MonitorPolicy } from '@tidemark/schemas'
import type { Contract } from '../contract/contract.ts'
import type { DriftRule } from '../contract/drift-rules.ts'

/** A part of the contract that does not count, and why: shown at its line. */
export interface DriftRuleNote {
  readonly message: string
  readonly place: { readonly line?: number; readonly column?: number }
}

type Columns = NonNullable<MonitorPolicy['columns']>

/**
 * A monitor with a contract's drift rules: they become the policy's own settings, so that one decision is made and what is on record
 * says by which. A property's rule is its column's in `columns`, the object's that of all `features`. Where `monitor` in model.yaml
 * speaks, it counts, setting by setting for a column; of the object's limits it speaks where it has `thresholds` or `features`.
 */
export function withDriftRules(
  monitor: MonitorPolicy,
  { object, driftRules, locate }: Pick<Contract, 'object' | 'driftRules' | 'locate'>,
  { hasThresholds }: { hasThresholds: boolean },
): { monitor: MonitorPolicy; notes: DriftRuleNote[] } {
  const notes: DriftRuleNote[] = []
  const note = ({ path }: DriftRule, message: string) => void notes.push({ message, place: locate(path) })
  const columns: Columns = { ...monitor.columns }
  let { features } = monitor
  for (const rule of driftRules) {
    const settings = settingsOf(rule)
    if (rule.column === undefined) {
      if (features === undefined && !hasThresholds) features = settings.own
      else note(rule, `${rule.id} is left aside: monitor in model.yaml has limits of its own`)
      continue
    }
    const { name, physicalName = name } = object.properties.find((property) => property.name === rule.column)!
    const own: Record<string, unknown> = Object.hasOwn(columns, physicalName) ? { ...columns[physicalName] } : {}
    const asked = { ...settings.own, ...settings.weight }
    for (const [key, value] of Object.entries(asked)) {
      if (own[key] !== undefined && own[key] !== value)
        note(rule, `${rule.id}: ${key} is ${own[key]} in model.yaml, which counts, and ${value} in the contract`)
    }
    columns[physicalName] = inOrder({ ...asked, ...own })
  }
  if (driftRules.length === 0) return { monitor, notes }
  return {
    monitor: {
      ...monitor,
      ...(features === undefined ? {} : { features }),
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
    },
    notes,
  }
}

function settingsOf({ warn, fail, delta, severity, critical, weight }: DriftRule) {
  return {
    own: {
      ...(warn === undefined ? {} : { warn }),
      ...(fail === undefined ? {} : { fail }),
      ...(delta === undefined ? {} : { equivalence: delta }),
      severity,
    },
    weight: {
      ...(critical === undefined ? {} : { critical }),
      ...(weight === undefined ? {} : { importance: weight }),
    },
  }
}

/** Limits from two places may cross: then the one for failing and what is to be ruled out give way to the warning. */
function inOrder(rule: Columns[string]): Columns[string] {
  const { warn, fail, equivalence } = rule
  return {
    ...rule,
    ...(warn !== undefined && fail !== undefined ? { fail: Math.max(warn, fail) } : {}),
    ...(equivalence === undefined ? {} : { equivalence: Math.min(equivalence, warn ?? fail ?? 1) }),
  }
}
