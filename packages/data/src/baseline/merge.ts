import { type DriftProfile, type ProfileColumn, readNumbers, TidemarkError, writeNumbers } from '@tidemark/schemas'
import { addUp } from './day-table.ts'

/**
 * Adds up profiles of disjoint rows on a baseline's edges over the same period: shards of a large dataset, in any order, give the bytes that
 * all rows at once would. Throws `DOCUMENT_INVALID` where periods, columns or bins differ.
 */
export function mergeProfiles(
  profiles: readonly DriftProfile[],
  { columns }: { readonly columns: readonly { readonly name: string; readonly kind: string }[] },
): DriftProfile {
  if (profiles.length === 0) throw mismatch('there is none')
  const merged = mergeAll(profiles)
  const stranger = merged.columns.find(
    ({ name, kind }) => !columns.some((own) => own.name === name && own.kind === kind),
  )
  if (stranger !== undefined) throw mismatch(`${stranger.name} is not in the baseline`)
  // In the baseline's order, whichever shard came first and had which columns.
  const place = new Map(columns.map(({ name }, i) => [name, i]))
  return { ...merged, columns: merged.columns.toSorted((a, b) => place.get(a.name)! - place.get(b.name)!) }
}

/** Halves first: days of a year that are added to one another would otherwise be read anew for each. */
function mergeAll(profiles: readonly DriftProfile[]): DriftProfile {
  if (profiles.length === 1) return profiles[0]!
  const half = Math.ceil(profiles.length / 2)
  return mergeTwo(mergeAll(profiles.slice(0, half)), mergeAll(profiles.slice(half)))
}

function mergeTwo(a: DriftProfile, b: DriftProfile): DriftProfile {
  if (a.period.start !== b.period.start || a.period.end !== b.period.end) throw mismatch('their periods differ')
  const days = [...new Set([...a.days, ...b.days])].sort()
  const [columnsA, columnsB] = [a, b].map(({ columns }) => new Map(columns.map((column) => [column.name, column])))
  const [calibrationA, calibrationB] = [a.calibration, b.calibration]
  const add = (x: string, y: string) => addByDay(days, [a, x], [b, y])
  return {
    period: a.period,
    days,
    rows: add(a.rows, b.rows),
    columns: [...new Set([...columnsA!.keys(), ...columnsB!.keys()])].map((name) =>
      mergeColumns(days, [a, columnsA!.get(name)], [b, columnsB!.get(name)]),
    ),
    calibration:
      calibrationA === null && calibrationB === null
        ? null
        : {
            rows: add(calibrationA?.rows ?? '', calibrationB?.rows ?? ''),
            observed: add(calibrationA?.observed ?? '', calibrationB?.observed ?? ''),
            expectedMicros: add(calibrationA?.expectedMicros ?? '', calibrationB?.expectedMicros ?? ''),
            bins: {
              rows: addTexts(calibrationA?.bins.rows, calibrationB?.bins.rows),
              observed: addTexts(calibrationA?.bins.observed, calibrationB?.bins.observed),
              expectedMicros: addTexts(calibrationA?.bins.expectedMicros, calibrationB?.bins.expectedMicros),
            },
          },
    ...(a.outcomes === undefined && b.outcomes === undefined ? {} : { outcomes: mergeOutcomes(days, a, b) }),
  }
}

function mergeOutcomes(days: readonly string[], a: DriftProfile, b: DriftProfile): DriftProfile['outcomes'] {
  const [x, y] = [a.outcomes, b.outcomes]
  const lists = (key: 'rows' | 'observed' | 'scoreMicros' | 'squareMicros') =>
    addLists(days, [a, x?.[key]], [b, y?.[key]])
  return {
    rows: lists('rows'),
    observed: lists('observed'),
    scoreMicros: lists('scoreMicros'),
    squareMicros: lists('squareMicros'),
    lossMicros: addByDay(days, [a, x?.lossMicros ?? ''], [b, y?.lossMicros ?? '']),
  }
}

type Side<T> = readonly [DriftProfile, T]

function mergeColumns(
  days: readonly string[],
  [a, left]: Side<ProfileColumn | undefined>,
  [b, right]: Side<ProfileColumn | undefined>,
): ProfileColumn {
  const column = left ?? right
  if (column === undefined) throw mismatch('a column is missing')
  if (left && right && left.kind !== right.kind) throw mismatch(`column ${column.name} is of two kinds`)
  const add = (x: string | undefined, y: string | undefined) => addByDay(days, [a, x ?? ''], [b, y ?? ''])
  if (column.kind === 'rate') {
    const [x, y] = [left, right] as (typeof column | undefined)[]
    return { ...column, rows: add(x?.rows, y?.rows), events: add(x?.events, y?.events) }
  }
  const lists = (x: readonly string[] | undefined, y: readonly string[] | undefined) => addLists(days, [a, x], [b, y])
  if (column.kind === 'categorical') {
    const [x, y] = [left, right] as (typeof column | undefined)[]
    return { ...column, nulls: add(x?.nulls, y?.nulls), counts: lists(x?.counts, y?.counts) }
  }
  const [x, y] = [left, right] as (typeof column | undefined)[]
  return {
    ...column,
    nulls: add(x?.nulls, y?.nulls),
    nonFinite: add(x?.nonFinite, y?.nonFinite),
    minimum: pick(x?.minimum, y?.minimum, Math.min),
    maximum: pick(x?.maximum, y?.maximum, Math.max),
    sum: String(BigInt(x?.sum ?? 0) + BigInt(y?.sum ?? 0)),
    squares: String(BigInt(x?.squares ?? 0) + BigInt(y?.squares ?? 0)),
    counts: lists(x?.counts, y?.counts),
    atEdge: addTexts(x?.atEdge, y?.atEdge),
  }
}

/** Lists by day added up, with zeros for days of which neither side has one. */
function addLists(
  days: readonly string[],
  [a, x]: Side<readonly string[] | undefined>,
  [b, y]: Side<readonly string[] | undefined>,
): string[] {
  const [ofA, ofB] = [byDay(a, x), byDay(b, y)]
  return days.map((day) => addTexts(ofA.get(day), ofB.get(day)) || zeros(x ?? y))
}

const byDay = ({ days }: DriftProfile, rows: readonly string[] | undefined) =>
  new Map(days.map((day, i) => [day, rows?.[i]]))

function addByDay(days: readonly string[], ...sides: readonly Side<string>[]): string {
  const values = sides.map(([profile, text]) => {
    const numbers = readNumbers(text)
    return new Map(profile.days.map((day, i) => [day, numbers[i] ?? 0]))
  })
  return writeNumbers(days.map((day) => values.reduce((sum, byDay) => sum + (byDay.get(day) ?? 0), 0)))
}

function addTexts(a: string | undefined, b: string | undefined): string {
  const [x, y] = [readNumbers(a ?? ''), readNumbers(b ?? '')]
  if (x.length > 0 && y.length > 0 && x.length !== y.length) throw mismatch('their bins differ')
  return writeNumbers(addUp([x, y], Math.max(x.length, y.length)))
}

function zeros(rows: readonly string[] | undefined): string {
  return writeNumbers(readNumbers(rows?.[0] ?? '').map(() => 0))
}

function pick(a: number | null | undefined, b: number | null | undefined, choose: typeof Math.min): number | null {
  const known = [a, b].filter((value) => value !== null && value !== undefined)
  return known.length === 0 ? null : choose(...known)
}

function mismatch(reason: string): TidemarkError {
  return new TidemarkError('DOCUMENT_INVALID', `These profiles do not add up: ${reason}`, {
    hint: 'Profile every shard with the same baseline and period.',
  })
}
