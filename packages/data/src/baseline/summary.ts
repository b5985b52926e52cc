import {
  type BaselineColumn,
  type DaySpread,
  type Period,
  type ProfileColumn,
  readNumbers,
  writeNumbers,
} from '@tidemark/schemas'
import { expectedTotalVariation, ksDistance, totalVariation } from '@tidemark/statistics'
import { categoricalDayDistance, type DayDistance, numericDayDistance } from '../drift/day-distance.ts'
import { addUp, type ColumnPlan } from './day-table.ts'
import { writeJoint } from './joint-document.ts'
import { weekdayOf } from './weeks.ts'

/** Most levels, and edges, of which weekdays are kept apart: they only predict a day, so that the calendar is no noise. */
const weekdayLevels = 24
const weekdayEdges = 16
/** A share of the rows; what fewer values at an edge could add to a distance is nothing that a verdict turns on. */
const leastAtEdge = 0.001
const fewestWeeks = 4

interface Calendar {
  readonly days: readonly string[]
  readonly weeks: readonly Period[]
}

/** One column of a baseline from its plan and its counts by day. */
export function describeColumn(plan: ColumnPlan, profile: ProfileColumn, calendar: Calendar): BaselineColumn {
  const { name, family } = plan
  const segment = named('segment', plan.segment)
  if (profile.kind === 'rate') {
    const [rows, events] = [readNumbers(profile.rows), readNumbers(profile.events)]
    return {
      kind: 'rate',
      name,
      family,
      rows: total(rows),
      events: total(events),
      weekdays: {
        rows: writeNumbers(
          byWeekday(
            rows.map((count) => [count]),
            calendar,
            1,
          ).flat(),
        ),
        events: writeNumbers(
          byWeekday(
            events.map((count) => [count]),
            calendar,
            1,
          ).flat(),
        ),
      },
      tolerance: spread(
        rows.map((count, i) => [events[i]!, count - events[i]!]),
        calendar,
        totalVariation,
      ),
      ...named('daily', rateSpread(rows, events, calendar)),
      ...segment,
    }
  }
  const byDay = profile.counts.map(readNumbers)
  const nulls = readNumbers(profile.nulls)
  const nonFinite = profile.kind === 'numeric' ? readNumbers(profile.nonFinite) : []
  const missing = nulls.map((count, i) => count + (nonFinite[i] ?? 0))
  const dailyNulls = named(
    'dailyNulls',
    rateSpread(
      byDay.map((day, i) => total(day) + missing[i]!),
      missing,
      calendar,
    ),
  )
  if (plan.kind === 'categorical' && profile.kind === 'categorical') {
    const bins = plan.levels.length + 1
    const counts = addUp(byDay, bins)
    const levels = Math.min(weekdayLevels, plan.levels.length)
    const described = {
      kind: 'categorical' as const,
      name,
      family,
      nulls: total(nulls),
      isHashed: plan.isHashed,
      levels: plan.levels.map((value, i) => ({ value, count: counts[i]! })),
      other: counts[bins - 1]!,
      ...named('distinct', plan.distinct),
      ...named('text', plan.text),
      weekdays: {
        levels,
        counts: byWeekday(
          byDay.map((day) => [...day.slice(0, levels), total(day.slice(levels))]),
          calendar,
          levels + 1,
        ).map(writeNumbers),
      },
      tolerance: spread(byDay, calendar, (others, week) =>
        Math.max(0, totalVariation(others, week) - expectedTotalVariation(others, total(week))),
      ),
    }
    return {
      ...described,
      ...named('daily', daySpread(byDay, calendar, categoricalDayDistance(described))),
      ...segment,
      ...(plan.text === undefined ? dailyNulls : {}),
    }
  }
  if (plan.kind !== 'numeric' || profile.kind !== 'numeric') throw new TypeError(`${name} is not what was planned`)
  const counts = addUp(byDay, plan.edges.length + 1)
  const described = {
    kind: 'numeric' as const,
    name,
    family,
    nulls: total(nulls),
    nonFinite: total(nonFinite),
    minimum: profile.minimum,
    maximum: profile.maximum,
    ...moments(plan, profile, total(counts)),
    centre: plan.centre,
    unit: plan.unit,
    edges: writeNumbers(plan.edges),
    counts: writeNumbers(counts),
    atEdge: readNumbers(profile.atEdge).some((count) => count >= leastAtEdge * total(counts)) ? profile.atEdge : '',
    weekdays: describeWeekdays(counts, byWeekday(byDay, calendar, counts.length)),
    tolerance: spread(byDay, calendar, (others, week) => ksDistance({ counts: others }, { counts: week }).lower),
  }
  return {
    ...described,
    ...named('daily', daySpread(byDay, calendar, numericDayDistance(described))),
    ...segment,
    ...named('joint', plan.joint && writeJoint(plan.joint)),
    ...named('text', plan.text),
    ...(plan.joint === undefined && plan.text === undefined ? dailyNulls : {}),
  }
}

/** A property only where there is a value. */
function named<K extends string, T>(name: K, value: T | undefined): { [key in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [key in K]?: T })
}

/** Mean and sum of squared deviations from whole-number sums, which do not depend on the order of rows. */
export function moments(
  { centre, unit }: { centre: number; unit: number },
  { sum, squares }: { sum: string; squares: string },
  rows: number,
): { mean: number | null; m2: number | null } {
  if (rows === 0) return { mean: null, m2: null }
  const n = BigInt(rows)
  const [s, q] = [BigInt(sum), BigInt(squares)]
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    mean: finite(centre + (Number(s) / rows) * unit),
    m2: finite((Number(n * q - s * s) / rows) * unit * unit),
  }
}

/** Effect of each complete week against the other days; its 95th percentile (type 7), or null with too few weeks. */
function spread(
  byDay: readonly (readonly number[])[],
  { days, weeks }: Calendar,
  distance: (others: readonly number[], week: readonly number[]) => number,
): number | null {
  const bins = byDay[0]?.length ?? 0
  const all = addUp(byDay, bins)
  const effects = weeks
    .map(({ start, end }) => {
      const own = addUp(
        byDay.filter((_, i) => days[i]! >= start && days[i]! < end),
        bins,
      )
      return distance(
        all.map((count, bin) => count - own[bin]!),
        own,
      )
    })
    .filter(Number.isFinite)
  return effects.length < fewestWeeks ? null : percentile95(effects)
}

/** Type 7, as most programs have it. */
function percentile95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = 0.95 * (sorted.length - 1)
  const below = sorted[Math.floor(place)]!
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below)
}

/** Effect of each day against its weekday's others; undefined with fewer than four weeks of days. */
function daySpread(
  byDay: readonly (readonly number[])[],
  { days }: Calendar,
  distance: (day: readonly number[], weekday: number) => DayDistance,
): DaySpread | undefined {
  const weekdays = days.map(weekdayOf)
  const effects = byDay.flatMap((day, i) => {
    const alike = weekdays.filter((weekday, j) => weekday === weekdays[i] && total(byDay[j]!) > 0).length
    if (alike < 2 || total(day) === 0) return []
    const { raw, expected } = distance(day, weekdays[i]!)
    // The day is one of those that it is compared with, which is nearer by (k − 1)/k than the others are.
    return [Math.max(0, (raw * alike) / (alike - 1) - expected)]
  })
  if (effects.length < 7 * fewestWeeks) return undefined
  const rms = Math.sqrt(effects.reduce((sum, effect) => sum + effect * effect, 0) / effects.length)
  return { days: effects.length, rms, p95: percentile95(effects) }
}

/** The same of a rate of events. */
function rateSpread(rows: readonly number[], events: readonly number[], calendar: Calendar): DaySpread | undefined {
  const pairs = rows.map((count, i) => [events[i]!, count - events[i]!])
  const usual = byWeekday(pairs, calendar, 2).map((pair) => pair[0]! / total(pair))
  return daySpread(pairs, calendar, (pair, weekday) => ({
    raw: Math.abs(pair[0]! / total(pair) - usual[weekday]!),
    expected: 0,
  }))
}

function byWeekday(byDay: readonly (readonly number[])[], { days }: Calendar, bins: number): number[][] {
  return Array.from({ length: 7 }, (_, weekday) =>
    addUp(
      byDay.filter((_, i) => weekdayOf(days[i]!) === weekday),
      bins,
    ),
  )
}

function describeWeekdays(counts: readonly number[], weekdays: readonly (readonly number[])[]) {
  const edges = coarseEdges(counts)
  const usual = sharesUpTo(counts, edges)
  return {
    edges: writeNumbers(edges),
    rows: writeNumbers(weekdays.map(total)),
    differences: weekdays.map((own) =>
      total(own) === 0
        ? ''
        : writeNumbers(sharesUpTo(own, edges).map((share, i) => Math.round((share - usual[i]!) * 10_000) + 0)),
    ),
  }
}

function sharesUpTo(counts: readonly number[], edges: readonly number[]): number[] {
  const rows = total(counts)
  return edges.map((edge) => total(counts.slice(0, edge + 1)) / rows)
}

/** Indices of at most 16 edges at about even shares of the rows. */
function coarseEdges(counts: readonly number[]): number[] {
  const edges = counts.length - 1
  if (total(counts) === 0) return []
  if (edges <= weekdayEdges) return [...Array(edges).keys()]
  const rows = total(counts)
  const kept: number[] = []
  let [seen, next] = [0, 1]
  for (let edge = 0; edge < edges; edge++) {
    seen += counts[edge]!
    if (seen < (next * rows) / (weekdayEdges + 1)) continue
    kept.push(edge)
    next = Math.floor((seen * (weekdayEdges + 1)) / rows) + 1
  }
  return kept
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
