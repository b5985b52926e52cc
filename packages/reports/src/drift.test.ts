import { DriftCheck, type DriftResult, type DriftVerdict, MonitorPolicy } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from './hostile-text.fixture.ts'
import {
  describeDriftAlert,
  monitorIssueTitle,
  monitorMarker,
  renderDrift,
  renderDriftEnd,
  renderDriftWindows,
  renderMonitorIssue,
} from './index.ts'
import type { Lineage } from './lineage-commit.ts'
import { readMarkdown } from './rendered-markdown.fixture.ts'

const issueOf = (drift: readonly DriftCheck[], lineage?: Lineage) =>
  renderMonitorIssue({ drift, performance: [] }, { lineage })
const titleOf = (drift: readonly DriftCheck[]) => monitorIssueTitle({ drift, performance: [] })

const delay: DriftResult = {
  column: 'delay',
  family: 'labels',
  statistic: 'ks',
  verdict: 'warn',
  effect: 0.1449,
  bounds: { lower: 0.1032, upper: 0.1868, level: 0.95 },
  p: 0.0004,
  q: 0.0008,
  limits: { warn: 0.1, fail: 0.2 },
  rows: 118_092,
  blocks: 7,
  needed: null,
  values: { baseline: 8.9, window: 3.1 },
  shown: { psi: 0.12, jsBits: 0.016 },
  reason: 'KS distance .145, bounds .103 to .187 ≥ .100 → warn',
}
const hour: DriftResult = {
  ...delay,
  column: 'departure_hour',
  family: 'features',
  verdict: 'pass',
  effect: 0.005,
  bounds: { lower: 0, upper: 0.01, level: 0.95 },
  q: 1,
  reason: 'KS distance .0053, bounds .0005 to .010 < .100 → pass',
}

function check(verdict: DriftVerdict, start: string, results: DriftResult[] = [delay, hour]): DriftCheck {
  const end = new Date(Date.parse(start) + 7 * 86_400_000).toISOString().slice(0, 10)
  return DriftCheck.parse({
    schema: 'tidemark/drift/v1',
    model: 'flight-delay',
    id: 'a'.repeat(64),
    baseline: 'b'.repeat(64),
    dataset: 'd'.repeat(64),
    modelDigest: null,
    window: { start, end, digest: 'c'.repeat(64), rows: 118_092, blocks: 7 },
    policy: {},
    verdict,
    reason: 'Warning: delay changed since the baseline.',
    results,
    notJudged: [{ id: 'calibration', reason: 'no outcome of a prediction is known yet' }],
    statistics: { period: { start, end }, days: [], rows: '', columns: [], calibration: null },
  })
}

const april = check('warn', '2001-04-23')
const june = check('pass', '2001-06-04', [hour])

describe('the job summary', () => {
  it('says the decision and what changed first, and folds away what did not', () => {
    const [title, sentence, tableText] = renderDrift(april).split('\n\n')
    expect(title).toBe('## ⚠️ Drift: warn · `flight-delay` · week of 2001-04-23')
    expect(sentence).toContain('delay changed since the baseline')
    expect(tableText).toContain('0.1449')
    expect(tableText).not.toContain('departure_hour')
    expect(renderDrift(april)).toContain('1 effect below the limits')
    expect(renderDrift(april)).toContain('- ⚠️ `delay`: KS distance .145')
  })

  it('names what was not judged as no pass', () => {
    expect(renderDrift(april)).toMatch(/Not judged\*\*, which is no pass:\n\n- `calibration`: no outcome/)
  })

  it('leaves out measures that are not defined', () => {
    const some = { ...delay, shown: { psi: 0.12, aboveMaximum: null } }
    const report = renderDrift(check('warn', '2001-04-23', [some]))
    expect(report).toContain('PSI (½ row added a bin) 0.1200')
    expect(report).not.toContain('beyond the last edge')
  })

  it('shows an undefined effect as a dash', () => {
    const unknown = {
      ...delay,
      effect: null,
      bounds: { lower: null, upper: null, level: 0.95 },
      q: null,
      verdict: 'inconclusive' as const,
    }
    expect(renderDrift(check('inconclusive', '2001-04-23', [unknown]))).toMatch(/<\/sub> \| – \| – \|/)
  })
})

describe('the issue', () => {
  it('names columns, effects and the window before anything else', () => {
    const body = issueOf([april])
    expect(body.split('\n')[0]).toBe('<!-- tidemark:drift model=flight-delay -->')
    expect(body.split('\n')[2]).toBe('⚠️ **`flight-delay` has drifted in the week of 2001-04-23: `delay`.**')
    expect(body).toContain('0.1032 to 0.1868')
    expect(titleOf([april])).toBe('Drift in flight-delay: delay since 2001-04-23')
  })

  it('says when it is over, with the week that drifted still in the table', () => {
    const body = issueOf([june, april])
    expect(body).toContain('✅ **`flight-delay` is back to normal** in the week of 2001-06-04')
    expect(body.indexOf('| 2001-04-23 |')).toBeGreaterThan(0)
    expect(body.indexOf('| 2001-04-23 |')).toBeLessThan(body.indexOf('| 2001-06-04 |'))
    expect(body).not.toContain('This issue is closed by')
  })

  it('stays below 60,000 characters whatever there is to tell', () => {
    const results = Array.from({ length: 500 }, (_, i) => ({
      ...delay,
      column: `c${i}${'|'.repeat(400)}`,
      reason: '|'.repeat(2000),
    }))
    const body = issueOf(Array.from({ length: 100 }, () => check('fail', '2001-04-23', results)))
    expect(body.length).toBeLessThan(60_000)
    expect(body).toContain('has drifted')
    expect(() => readMarkdown(body)).not.toThrow()
  })

  it('no windows are no decision', () => {
    expect(issueOf([])).toContain('No window was judged')
  })
})

describe('whatever a column is called', () => {
  const renamed = (text: string): DriftCheck => ({
    ...april,
    model: text,
    reason: text,
    results: [{ ...delay, column: text, reason: text, shown: { [text]: 1 } }],
    notJudged: [{ id: text, reason: text }],
  })
  const plain = {
    drift: readMarkdown(renderDrift(renamed('text'))),
    issue: readMarkdown(issueOf([renamed('text')])),
  }

  it.each(hostileTexts)('%j changes no structure, ends no cell and pings nobody', (text) => {
    const reports = {
      drift: readMarkdown(renderDrift(renamed(text))),
      issue: readMarkdown(issueOf([renamed(text)])),
    }
    for (const name of ['drift', 'issue'] as const) {
      const { elements, cells } = reports[name]
      expect(elements.filter((element) => !['code', 'span'].includes(element))).toEqual(
        plain[name].elements.filter((element) => !['code', 'span'].includes(element)),
      )
      expect(cells).toEqual(plain[name].cells)
    }
    expect(titleOf([renamed(text)])).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    expect(monitorMarker(text)).toMatch(/^<!-- tidemark:drift model=(?:(?!--|>).)* -->$/)
  })
})

describe('windows that are no weeks', () => {
  const rules = {
    day: MonitorPolicy.parse({ windows: 'day', baseline: { match: 'weekday' } }),
    rows: MonitorPolicy.parse({ windows: { rows: 1000 } }),
  }

  it.each([
    ['day', 'day 2001-04-23', 'Day by day', '1 of 2 days drifted', 'the first day that passes'],
    [
      'rows',
      'window 2001-04-23 until 2001-04-30',
      'Window by window',
      '1 of 2 windows drifted',
      'the first window that',
    ],
  ] as const)('of the rule %s are called what they are, and never weeks', (rule, name, heading, count, end) => {
    const policy = rules[rule]
    const [changed, open] = [
      { ...april, policy },
      { ...check('inconclusive', '2001-04-30', [hour]), policy },
    ]
    const reports = [
      renderDrift(changed),
      renderDriftWindows([changed, open]),
      issueOf([changed, open]),
      renderDriftEnd(changed),
    ]
    expect(reports[0]).toContain(`· ${name}`)
    expect(reports[1]).toContain(count)
    expect(reports[2]).toContain(`### ${heading}`)
    expect(reports[2]).toContain(end)
    for (const report of reports) expect(report).not.toMatch(/week/i)
  })
})

describe('what is told beside the windows', () => {
  const lineage = {
    version: '1.0.0',
    commit: '0c6609626b7d4ea36a1f4db2c5e6d8a90f1b2c3d',
    repositoryUrl: 'https://github.com/acme/churn',
  }

  it('the issue names the version that is normal and the commit that it was trained by', () => {
    expect(issueOf([april], lineage)).toContain(
      'Compared with `flight-delay 1.0.0`, trained at commit [`0c6609626b7d`](https://github.com/acme/churn/commit/0c6609626b7d4ea36a1f4db2c5e6d8a90f1b2c3d)',
    )
  })

  it('an alert of drift and the one of its end have one key, and name the columns and the window', () => {
    const about = { repository: 'acme/churn', issueUrl: 'https://github.com/acme/churn/issues/7' }
    const opened = describeDriftAlert([june, april], { ...about, end: null })
    expect(opened).toMatchObject({
      state: 'open',
      severity: 'warning',
      facts: [{ name: 'delay (label)', value: delay.reason }],
      links: [{ title: 'Issue', url: about.issueUrl }],
    })
    const closed = describeDriftAlert([april, june], { ...about, end: june })
    expect(closed).toMatchObject({ state: 'resolved', key: opened.key, title: 'flight-delay is back to normal' })
    expect(closed.facts[0]!.name).toContain('2001-06-04')
  })
})
