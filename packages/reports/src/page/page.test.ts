import {
  type DriftSummary,
  type ModelOverview,
  MonitorPolicy,
  type Overview,
  type RegistryEvent,
} from '@tidemark/schemas'
import { expect, test } from 'vitest'
import { hostileTexts, readHtml } from '../hostile-text.fixture.ts'
import { sampleFacts } from '../sample-facts.ts'
import { attentionOf } from './attention.ts'
import { grid, ticks } from './chart.ts'
import { anchor, html } from './markup.ts'
import { renderPage } from './page.ts'
import { pageStyle } from './style.ts'
import { timeAxis } from './time.ts'

const { manifest, run, evaluation, datasets, validations } = sampleFacts().promotion

const event = (type: RegistryEvent['type'], more: Partial<RegistryEvent> = {}): RegistryEvent => ({
  schema: 'tidemark/event/v1',
  id: 'e'.repeat(64),
  type,
  model: manifest.model,
  subject: { version: manifest.version, modelDigest: manifest.modelDigest, channel: 'production', seq: 3 },
  cause: 'x',
  at: '2026-03-01T00:00:00Z',
  actor: 'someone',
  ...more,
})

const driftCheck: DriftSummary = {
  schema: 'tidemark/drift/v1',
  model: manifest.model,
  id: 'a'.repeat(64),
  baseline: 'b'.repeat(64),
  dataset: 'd'.repeat(64),
  modelDigest: null,
  window: { start: '2001-04-23', end: '2001-04-30', digest: 'c'.repeat(64), rows: 900, blocks: 7 },
  policy: MonitorPolicy.parse({}),
  verdict: 'warn',
  reason: 'delay changed since the baseline.',
  results: [
    {
      column: 'delay',
      family: 'labels',
      statistic: 'ks',
      verdict: 'warn',
      effect: 0.15,
      bounds: { lower: 0.11, upper: 0.18, level: 0.95 },
      p: 0.001,
      q: 0.002,
      limits: { warn: 0.1, fail: 0.2 },
      rows: 900,
      blocks: 7,
      needed: null,
      values: { baseline: 9, window: 3 },
      shown: {},
      reason: 'KS distance .150',
    },
  ],
  notJudged: [],
}

const model: ModelOverview = {
  model: manifest.model,
  versions: [
    {
      manifest,
      status: 'live',
      channels: ['production'],
      publishedAt: null,
      lineage: {
        run,
        evaluation,
        datasets: [datasets.training, datasets.holdout],
        validations: [validations.training, validations.holdout],
      },
    },
  ],
  olderVersions: 0,
  channels: [
    {
      channel: 'production',
      tenures: [
        {
          version: manifest.version,
          modelDigest: manifest.modelDigest,
          seq: 2,
          since: '2026-02-01T00:00:00Z',
          until: null,
          approvedBy: ['reviewer'],
          pullRequest: 4,
        },
      ],
    },
  ],
  rollouts: [],
  drift: [],
  events: [event('promotion.requested', { pullRequest: 7 })],
}

const overview: Overview = { head: 'c'.repeat(40), asOf: '2026-03-01T00:00:00Z', models: [model], problems: [] }
const page = (change: Partial<Overview> = {}, title = 'Registry') => renderPage({ ...overview, ...change }, { title })
/** Without what HTML does not close, and what is not markup. */
const body = (text: string) =>
  readHtml(
    text
      .replace('<!doctype html>', '')
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<(meta|input)\b[^>]*>/g, '')
      .replace(/<[a-z]+\b[^>]*\/>/g, ''),
  )

test('the first screen says what is in production, since when, by whom, and what waits', () => {
  const { text } = body(page())
  expect(text).toContain(
    `In production✓${manifest.version}since 1 Feb 2026, 00:00 UTC · approved by reviewer · pull request #4`,
  )
  expect(text).toContain(`waits for review for production`)
})

test.each([
  ['day', 'Drift by day', 'Days, newest first', 'day 23 Apr 2001'],
  [{ rows: 1000 }, 'Drift by window', 'Windows, newest first', 'window 23 Apr 2001 until 30 Apr 2001'],
] as const)('windows by the rule %j are called what they are, and never weeks', (windows, title, caption, name) => {
  const checks = (['warn', 'pass'] as const).map(
    (verdict, i): DriftSummary => ({
      ...driftCheck,
      id: String(i).repeat(64),
      policy: MonitorPolicy.parse({ windows, baseline: { match: 'weekday' } }),
      window: {
        ...driftCheck.window,
        start: `2001-04-${i === 0 ? 23 : 30}`,
        end: `2001-${i === 0 ? '04-30' : '05-07'}`,
      },
      verdict,
    }),
  )
  const events = [
    event('drift.checked', { cause: `${checks[0]!.id} x`, reasons: ['a: warn', 'b: pass', 'c: pass', 'd: pass'] }),
  ]
  const { text } = body(page({ models: [{ ...model, drift: checks, events }] }))
  for (const each of [title, caption, name]) expect(text).toContain(each)
  expect(text).not.toMatch(/week/i)
})

test('values of lines that lie close together are not written over each other', () => {
  const drawn = (values: readonly number[]) => grid(values, (value) => 100 - value, String).text.match(/<(line|text)/g)
  expect(drawn([10, 50])).toEqual(['<line', '<text', '<line', '<text'])
  expect(drawn([10, 15])).toEqual(['<line', '<line', '<text'])
})

test('the same facts give the same bytes', () => {
  expect(page()).toBe(page())
})

test('an empty registry is a page that says so', () => {
  expect(body(page({ head: null, asOf: null, models: [] })).text).toContain('No model is registered yet')
})

test('without a repository nothing is a link to the web, and an address that is not http(s) is none', () => {
  expect(page()).not.toMatch(/href="(?!#)/)
  expect(renderPage(overview, { title: 't', repositoryUrl: 'javascript:alert(1)' })).not.toMatch(/href="(?!#)/)
  expect(anchor('x', 'data:text/html,x').text).toBe('x')
  expect(renderPage(overview, { title: 't', repositoryUrl: 'https://github.com/o/r/' })).toContain(
    'href="https://github.com/o/r/pull/4"',
  )
})

test.each(hostileTexts)('%j anywhere in the facts is text, and no element', (hostile) => {
  const plainElements = body(page({ problems: [{ path: 'p', message: 'm' }] }, 't')).elements
  const [version] = model.versions
  const attacked: ModelOverview = {
    ...model,
    versions: [
      {
        ...version!,
        manifest: { ...manifest, bump: { ...manifest.bump, reasons: [hostile] } },
        lineage: {
          ...version!.lineage!,
          run: { ...run, trainer: { name: hostile, version: hostile } },
          evaluation: { ...evaluation, reason: hostile },
        },
      },
    ],
    events: [event('promotion.requested', { pullRequest: 7, reasons: [hostile] })],
  }
  const written = page({ models: [attacked], problems: [{ path: hostile, message: hostile }] }, hostile)
  expect(body(written).elements).toEqual(plainElements)
})

test('values are escaped for elements and quoted attributes, and lists are joined', () => {
  expect(html`<a title="${'"><b>'}">${['<', html`<i>x</i>`, null, false, 3]}</a>`.text).toBe(
    '<a title="&#34;&#62;&#60;b&#62;">&#60;<i>x</i>3</a>',
  )
})

test('hundreds of versions and thousands of events are bounded, and counted', () => {
  const versions = Array.from({ length: 300 }, (_, i) => ({
    ...model.versions[0]!,
    manifest: { ...manifest, version: `1.${i}.0` },
  }))
  const events = Array.from({ length: 5000 }, () => event('version.registered'))
  const written = page({ models: [{ ...model, versions, olderVersions: 12, events }] })
  expect(written.length).toBeLessThan(1_000_000)
  expect(body(written).text).toContain('and 262 older versions')
  expect(body(written).text).toContain('and 4,800 older events')
})

test('what was followed by something else needs nobody’s attention', () => {
  const of = (events: RegistryEvent[]) => attentionOf({ ...model, events }).map(({ text }) => text)
  expect(of([event('promotion.refused')])).toEqual([`${manifest.version} was refused for production`])
  expect(of([event('promotion.settled'), event('promotion.refused')])).toEqual([])
  const older = { ...event('promotion.refused').subject, seq: 2 }
  expect(of([event('promotion.refused', { subject: older })])).toEqual([])
  expect(of([event('drift.resolved'), event('drift.detected', { issue: 4 })])).toEqual([])
  expect(of([event('drift.detected', { issue: 4 })])).toEqual(['drift was detected and is not resolved'])
})

test('ticks are round and inside', () => {
  expect(ticks([0.648, 0.705], 3)).toEqual([0.66, 0.68, 0.7])
  expect(ticks([0, 1], 4)).toEqual([0, 0.5, 1])
  expect(ticks([5, 5], 3)).toEqual([5])
})

test('axes are labelled at firsts of months, at days or at minutes, as the span asks for', () => {
  const labels = (from: string, to: string) =>
    [...timeAxis(from, to, 10).marks.text.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text)
  expect(labels('2001-04-02T08:00:00Z', '2001-07-01T09:47:00Z')).toEqual(['1 May 2001', '1 Jun', '1 Jul'])
  expect(labels('1999-05-02T00:00:00Z', '2003-07-01T00:00:00Z')).toEqual(['2000', '2002'])
  expect(labels('2001-12-30T12:00:00Z', '2002-01-02T12:00:00Z')).toEqual(['31 Dec 2001', '1 Jan', '2 Jan'])
  expect(labels('2001-05-02T08:16:00Z', '2001-05-02T09:17:00Z')).toEqual(['2 May 08:30', '2 May 09:00'])
})

test('a metric’s headline is the version in production, not a newer one that is not', () => {
  const [live] = model.versions
  const newer = { ...live!, status: 'rolled-back' as const, channels: [], manifest: { ...manifest, version: '9.0.0' } }
  const { text } = body(page({ models: [{ ...model, versions: [live!, newer] }] }))
  expect(text).toContain(`ROC AUC ↑ ✓ ${manifest.version}: `)
})

test('both palettes keep 4.5 : 1 for every text on every ground', () => {
  const palettes = [...pageStyle.matchAll(/--paper: [^}]*/g)]
    .slice(0, 2)
    .map(([block]) =>
      Object.fromEntries([...block.matchAll(/--(\w+): #(\w{6})/g)].map(([, name, colour]) => [name!, colour!])),
    )
  expect(palettes).toHaveLength(2)
  for (const palette of palettes) {
    for (const text of ['ink', 'muted', 'accent', 'good', 'warn', 'bad', 'busy', 'calm']) {
      for (const ground of ['paper', 'raised', 'soft'])
        expect([text, ground, contrast(palette[text]!, palette[ground]!) >= 4.5]).toEqual([text, ground, true])
    }
  }
})

/** WCAG 2.2, of two colours as six hex digits. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [0, 2, 4].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }) as [number, number, number]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}
