import type { DriftResult, DriftVerdict } from '@tidemark/schemas'

/** One sentence for a result, the effect and its bounds first. */
export function describeResult(result: Omit<DriftResult, 'reason'>): string {
  const { statistic, effect, bounds, limits, verdict, values, shown, needed } = result
  const interval = `bounds ${show(bounds.lower)} to ${show(bounds.upper)}`
  const limit = { fail: `≥ ${show(limits.fail)}`, warn: `≥ ${show(limits.warn)}`, pass: `< ${show(limits.warn)}` }
  const more =
    needed === null ? '' : `; ${needed.count} more ${needed.unit === 'rows' ? 'rows' : 'days'} would settle it`
  if (statistic === 'observed_expected') {
    const range = `${show(shown.referenceLeast)} to ${show(shown.referenceMost)} in reference weeks`
    const isWider = shown.toleratedLeast !== shown.referenceLeast || shown.toleratedMost !== shown.referenceMost
    const tolerated = isWider ? `, tolerated ${show(shown.toleratedLeast)} to ${show(shown.toleratedMost)}` : ''
    const ratio = `observed/expected ${show(values.window)} (bounds ${show(shown.ratioLower)} to ${show(shown.ratioUpper)}) against ${range}`
    return `${ratio}${tolerated} → ${verdict}${more}`
  }
  const names = { ks: 'KS distance', tvd: 'total variation less noise', rate: 'difference of rates' }
  const rates = statistic === 'rate' ? ` from ${show(values.baseline)} to ${show(values.window)}` : ''
  const judged = verdict === 'inconclusive' ? ` around the limit ${show(limits.warn)}` : ` ${limit[verdict]}`
  return `${names[statistic]} ${show(effect)}${rates}, ${interval}${judged} → ${verdict}${more}`
}

/** The verdict on a window in one sentence. */
export function summarise(
  verdict: DriftVerdict,
  results: readonly DriftResult[],
  notJudged: readonly { readonly id: string }[],
): string {
  const named = (wanted: DriftVerdict) => results.filter((result) => result.verdict === wanted)
  const list = (found: readonly DriftResult[]) =>
    found
      .slice(0, 5)
      .map(({ column, family }) => (family === 'nulls' ? `missing ${column}` : column))
      .join(', ') + (found.length > 5 ? ` and ${found.length - 5} more` : '')
  const [failing, warning] = [named('fail'), named('warn')]
  if (verdict === 'fail' && failing.length > 0) {
    const also = warning.length === 0 ? '' : `; ${list(warning)} less so`
    return `Failing: ${list(failing)} changed since the baseline${also}.`
  }
  const found = [...failing, ...warning]
  if (found.length > 0) return `Warning: ${list(found)} changed since the baseline.`
  if (verdict === 'pass') return `All ${results.length} effects are below their limits.`
  const open = named('inconclusive')
  const skipped = notJudged.length === 0 ? '' : `${open.length > 0 ? '; ' : ''}${notJudged.length} could not be judged`
  return `Nothing is shown to have changed, but not everything to be unchanged: ${open.length > 0 ? `${list(open)} open` : ''}${skipped}.`
}

function show(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  const size = Math.abs(value)
  const text = size >= 1 ? size.toFixed(2) : size.toFixed(size < 0.01 && size > 0 ? 4 : 3).replace(/^0/, '')
  return value < 0 ? `−${text}` : text
}
