import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DriftCheck, type DriftResult, parseJsonDocument, sha256 } from '@tidemark/schemas'

const example = join(import.meta.dirname, '../../registry-schema/examples/drift/valid/shop.json')

/** Effects of a week by column: the estimate and how far its bounds are from it. */
export type Effects = Readonly<Record<string, readonly [effect: number, spread: number]>>

/** The example's check, which the monitor made, moved to another week and other effects; verdicts follow the limits. */
export function recordDrift(model: string, start: string, effects: Effects): DriftCheck {
  const check = parseJsonDocument(DriftCheck, readFileSync(example, 'utf8'), example)
  const end = new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10)
  const results = check.results
    .filter(({ column, family }) => family !== 'nulls' || column === 'price')
    .map((result): DriftResult => {
      const [effect, spread] = effects[result.column] ?? [0.02, 0.015]
      const lower = Math.max(0, effect - spread)
      const upper = effect + spread
      const { warn, fail } = result.limits
      // Calibration has no first limit: whatever is surely outside what is tolerated is a warning.
      const isBeyond = warn === 0 ? lower > 0 : lower >= warn
      const isWithin = warn === 0 ? upper < 0.1 : upper < warn
      const verdict = lower >= fail ? 'fail' : isBeyond ? 'warn' : isWithin ? 'pass' : 'inconclusive'
      return {
        ...result,
        effect,
        bounds: { ...result.bounds, lower, upper },
        verdict,
        reason: `distance ${effect} → ${verdict}`,
      }
    })
  const worst = (['fail', 'warn', 'inconclusive', 'pass'] as const).find((verdict) =>
    results.some((result) => result.verdict === verdict),
  )!
  const changed = results.filter(({ verdict }) => verdict === worst && verdict !== 'pass').map(({ column }) => column)
  return DriftCheck.parse({
    ...check,
    model,
    id: sha256(`${model} ${start}`),
    window: { ...check.window, start, end },
    verdict: worst,
    reason: changed.length === 0 ? 'No effect reaches a limit.' : `${changed.join(', ')}: ${worst}.`,
    results,
  })
}
