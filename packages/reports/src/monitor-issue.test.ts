import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DriftCheck, type DriftVerdict, PerformanceCheck, parseJsonDocument, type Verdict } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { monitorIssueTitle, renderMonitorIssue } from './monitor-issue.ts'
import { describePerformanceAlert } from './performance-alert.ts'

const read = (path: string) =>
  readFileSync(join(import.meta.dirname, '../../../registry-schema/examples', path), 'utf8')
const kept = parseJsonDocument(PerformanceCheck, read('performance/valid/pass.json'), 'pass.json')
const shop = parseJsonDocument(DriftCheck, read('drift/valid/shop.json'), 'shop.json')

/** Weeks of January 2001 from the 8th on. */
const dayOf = (week: number) => `2001-01-${String(8 + 7 * week).padStart(2, '0')}`

const weeks = (...verdicts: Verdict[]): PerformanceCheck[] =>
  verdicts.map((verdict, week) => ({
    ...kept,
    verdict,
    window: { ...kept.window, start: dayOf(week) },
    results: kept.results.map((result) => ({ ...result, verdict })),
  }))
const drift = (...verdicts: DriftVerdict[]): DriftCheck[] =>
  verdicts.map((verdict, week) => ({
    ...shop,
    model: kept.model,
    verdict,
    window: { ...shop.window, start: dayOf(week), end: dayOf(week + 1) },
    results: shop.results.slice(0, 1).map((result) => ({ ...result, column: 'price', family: 'features', verdict })),
  }))

/** Headings and first lines, by which people find their way. */
const linesOf = (body: string) => body.split('\n').filter((line) => /^(#+ |<!--|(✅|⚠️|❌|❔|⏪|✋) )/u.test(line))

describe('one issue of a model', () => {
  it('has a section for each of what is judged, and says first what is the matter', () => {
    const body = renderMonitorIssue({ drift: drift('pass'), performance: weeks('pass', 'fail') })
    expect(linesOf(body)).toEqual([
      '<!-- tidemark:drift model=flight-delay -->',
      expect.stringContaining('`flight-delay` 1.0.0 misses its limits in the week of 2001-01-15'),
      expect.stringContaining('has not drifted'),
      '## Drift',
      '### Week by week',
      '## Performance',
      '### Week by week',
      '### What to do',
    ])
    const turned = renderMonitorIssue({ drift: drift('pass', 'fail'), performance: weeks('pass') })
    expect(linesOf(turned)[1]).toContain('has drifted')
  })

  it('has no section of what is not judged', () => {
    expect(renderMonitorIssue({ drift: drift('fail'), performance: [] })).not.toContain('## Performance')
    expect(renderMonitorIssue({ drift: [], performance: weeks('fail') })).not.toContain('## Drift')
  })

  it('says what has to pass for it to be closed, and gives no advice where nothing is the matter', () => {
    const both = { drift: drift('fail'), performance: weeks('fail') }
    expect(renderMonitorIssue(both)).toContain(
      'the first week that passes, once performance keeps its limits again too',
    )
    expect(renderMonitorIssue({ ...both, drift: [] })).toContain('closed by the first matured week that passes.')
    const over = { drift: drift('fail', 'pass', 'inconclusive'), performance: weeks('fail', 'pass', 'inconclusive') }
    const body = renderMonitorIssue(over)
    expect(body).not.toContain('What to do')
    expect(body).toContain('is back to normal** in the week of 2001-01-15')
    expect(body).not.toContain('misses its limits in')
  })

  it.each([
    ['drift alone', drift('fail'), weeks('pass'), 'Drift in flight-delay: price since 2001-01-08'],
    [
      'performance alone',
      drift('pass'),
      weeks('fail'),
      'flight-delay 1.0.0 misses its limits: ROC AUC, Brier score, observed/expected since 2001-01-08',
    ],
    [
      'both',
      drift('pass', 'warn'),
      weeks('fail'),
      'flight-delay 1.0.0 misses its limits: ROC AUC, Brier score, observed/expected since 2001-01-08; drift: price since 2001-01-15',
    ],
    [
      'what is over, when all is',
      drift('pass'),
      weeks('fail', 'pass'),
      'flight-delay 1.0.0 misses its limits: ROC AUC, Brier score, observed/expected since 2001-01-08',
    ],
  ])('is titled by %s', (_, drifted, performance, title) => {
    expect(monitorIssueTitle({ drift: drifted, performance })).toBe(title)
  })

  it('names the commit at which the version in service was trained', () => {
    const served = { version: '1.0.0', commit: 'c'.repeat(40), repositoryUrl: 'https://github.com/acme/air' }
    expect(renderMonitorIssue({ drift: [], performance: weeks('fail') }, { served })).toContain(
      `\`flight-delay 1.0.0\`, trained at commit [\`cccccccccccc\`](https://github.com/acme/air/commit/${served.commit}).`,
    )
  })

  it('tells of the rollback that was proposed, or why none was', () => {
    const windows = { drift: [], performance: weeks('fail') }
    const channel = 'production'
    const proposed = { kind: 'proposed', channel, version: '1.0.0', pullRequest: 12 } as const
    expect(renderMonitorIssue(windows, { rollback: proposed })).toContain('#12 takes `production` back to 1.0.0')
    const why = '1.0.0 is the <b>first</b>'
    const withheld = renderMonitorIssue(windows, { rollback: { kind: 'withheld', channel, why } })
    expect(withheld).toContain('no rollback of `production` is proposed: 1.0.0 is the')
    expect(withheld).not.toContain('<b>')
  })
})

it('an alert of performance and the one of its end have one key, which is not that of drift', () => {
  const about = { repository: 'acme/air', issueUrl: 'https://github.com/acme/air/issues/7' }
  const opened = describePerformanceAlert(weeks('pass', 'fail'), { ...about, end: null })
  expect(opened).toMatchObject({
    key: 'acme/air performance flight-delay',
    state: 'open',
    severity: 'error',
    facts: kept.results.map(({ reason }) => ({ value: reason })),
    links: [{ title: 'Issue', url: about.issueUrl }],
  })
  const all = weeks('fail', 'pass')
  const closed = describePerformanceAlert(all, { ...about, end: all[1]! })
  expect(closed).toMatchObject({ key: opened.key, state: 'resolved', title: 'flight-delay keeps its limits again' })
  expect(closed.facts[0]!.name).toBe('Week of 2001-01-15, 1.0.0')
})
