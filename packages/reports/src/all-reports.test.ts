import { Dataset, Evaluation, Run, Validation, VersionManifest } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { hostileMixtures, readHtml } from './hostile-text.fixture.ts'
import {
  renderCheck,
  renderContractChange,
  renderGate,
  renderPromotion,
  renderRegistration,
  renderReturn,
  renderRollback,
  renderRollbackOutcome,
  renderSettlement,
  renderTraining,
  renderValidation,
  renderVerification,
} from './index.ts'
import { readMarkdown, toHtml } from './rendered-markdown.fixture.ts'
import { gatePolicy, sampleFacts } from './sample-facts.ts'
import { firstPromotion, rename, settled, withFailures } from './varied-facts.fixture.ts'

const facts = sampleFacts()

/** Every report, from facts in which a test may have changed what users wrote. */
const reports: Record<string, (f: typeof facts, text: string) => string> = {
  validation: (f, text) =>
    renderValidation({
      validations: [{ dataset: f.training, validation: withFailures(f.validations.training) }],
      contractUrl: `https://github.com/${text}`,
    }),
  'contract change': (_, text) =>
    renderContractChange({
      file: text,
      before: text,
      after: text,
      step: 'major',
      isVersionEnough: false,
      changes: [
        { effect: 'compatible', subject: text, reason: text },
        { effect: 'breaking', subject: text, reason: text },
      ],
    }),
  training: (f) => renderTraining(f.challengerRun, f.training, { serverUrl: 'https://github.com' }),
  gate: (f, text) => renderGate(f.evaluation, { policy: gatePolicy, championName: text }),
  'unclustered gate': (f, text) => renderGate(f.evaluation, { policy: { ...gatePolicy, cluster: { none: text } } }),
  promotion: (f) => renderPromotion(f.promotion),
  'first promotion': (f) => renderPromotion(firstPromotion(f.promotion)),
  registration: (f, text) =>
    renderRegistration({
      outcome: 'registered',
      manifest: f.challenger,
      channel: text,
      releaseUrl: `https://github.com/${text}`,
      pullRequest: { number: 4, url: `https://github.com/${text}` },
    }),
  refusal: (f) => renderRegistration({ outcome: 'refused', run: f.challengerRun, evaluation: f.evaluation }),
  check: (_, text) =>
    renderCheck({
      model: text,
      channel: text,
      version: text,
      pullRequest: { number: 4, url: `https://github.com/${text}` },
      checks: [{ name: text, verdict: 'fail', detail: text }],
    }),
  settlement: (_, text) =>
    renderSettlement({
      repository: text,
      serverUrl: 'https://github.com',
      settlements: [settled(text), { ...settled(text), outcome: 'refused', reasons: [text] }],
    }),
  rollback: (f, text) => rollbackPage(f, text).body,
  'rollback by the monitor': (f, text) => monitorRollbackPage(f, text).body,
  'rollback at once': (f, text) => rollbackPage(f, text, { isBreakGlass: true }).body,
  'rollback outcome': (_, text) =>
    renderRollbackOutcome({
      model: text,
      channel: text,
      version: text,
      requestedBy: text,
      reason: text,
      outcome: { kind: 'returned', tag: text, pullRequest: { number: 4, url: `https://github.com/${text}` } },
    }),
  return: (_, text) =>
    renderReturn({ model: text, channel: text, seq: 3, version: text, reasons: [text], what: 'It was refused:' }).body,
  verification: (_, text) =>
    renderVerification(
      {
        checked: { [text]: 3 },
        notChecked: { [text]: 1 },
        problems: [{ severity: 'error', path: text, message: text, remedy: text }],
      },
      {
        planned: [text],
        repaired: [{ step: text, outcome: 'left', detail: text, remedy: text }],
        slowBecause: text,
      },
    ),
}

it('the sample facts are documents as they are stored', () => {
  for (const dataset of [facts.training, facts.holdout]) Dataset.parse(dataset)
  for (const validation of Object.values(facts.validations)) Validation.parse(validation)
  for (const run of [facts.championRun, facts.challengerRun]) Run.parse(run)
  for (const manifest of [facts.champion, facts.challenger]) VersionManifest.parse(manifest)
  Evaluation.parse(facts.evaluation)
})

const names = Object.keys(reports)
const plain = Object.fromEntries(names.map((name) => [name, readMarkdown(reports[name]!(facts, 'text'))]))

describe.each(names)('the %s report', (name) => {
  it.each(hostileMixtures)('keeps its structure when everything is called %j', (text) => {
    const report = reports[name]!(rename(facts, text), text)
    const { elements, cells, text: shown } = readMarkdown(report)
    const strange = elements.filter((element) => !plain[name]!.elements.includes(element) && element !== 'code')
    expect(strange.filter((element) => element !== 'span')).toEqual([])
    expect(cells).toEqual(plain[name]!.cells)
    expect(count(elements, 'details')).toBe(count(plain[name]!.elements, 'details'))
    expect(count(elements, 'h2')).toBe(count(plain[name]!.elements, 'h2'))
    expect(count(elements, 'a')).toBeLessThanOrEqual(count(plain[name]!.elements, 'a'))
    expect(shown).not.toMatch(/evil\.example\/?\s*\)?\]\(/)
  })

  it('says the decision in its first lines', () => {
    const opening = reports[name]!(facts, 'text')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('<!--'))
      .slice(0, 2)
      .join(' ')
    expect(opening).toMatch(/✅|❌|❔|⏪/)
  })
})

it('nobody is pinged by a report: outside code no mention, reference or address of a user is left', () => {
  const text = '@octocat fixes #123 https://evil.example'
  const renamed = rename(facts, text)
  for (const render of Object.values(reports)) {
    const html = toHtml(render(renamed, text)).replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '')
    const shown = readHtml(html).text
    expect(shown).not.toMatch(/@octocat|#123|:\/\/evil/)
  }
})

function count(elements: readonly string[], name: string): number {
  return elements.filter((element) => element === name).length
}

function rollbackPage(
  { promotion, champion, challenger }: typeof facts,
  text: string,
  more: object = {},
  page: Partial<Parameters<typeof renderRollback>[0]> = {},
) {
  const { modelDigest } = champion
  return renderRollback({
    ...promotion,
    seq: 3,
    formerSeq: 1,
    target: champion,
    left: challenger,
    owners: [text],
    ...page,
    request: {
      schema: 'tidemark/event/v1',
      id: 'a'.repeat(64),
      type: 'rollback.requested',
      model: text,
      subject: { version: text, modelDigest, channel: text },
      cause: 'run 7',
      at: '2026-05-03T02:12:00Z',
      actor: text,
      reasons: [text],
      ...more,
    },
  })
}

/** One that the monitor asks for, since a week's drift failed by one column. */
function monitorRollbackPage(of: typeof facts, text: string) {
  const rule = { channel: 'production', on: 'drift', windows: 1 } as const
  const monitor = { rule, checks: [{ path: 'models/churn/drift/2026/03/check.json', sha256: 'c'.repeat(64) }] }
  const results = [
    { verdict: 'fail', column: text, reason: text },
    { verdict: 'pass', column: 'kept', reason: 'it passes' },
  ] as const
  const window = { start: '2026-03-09', end: '2026-03-16' }
  const checks = [{ schema: 'tidemark/drift/v1', id: 'd'.repeat(64), window, reason: text, results }] as const
  return rollbackPage(of, text, { monitor }, { checks })
}

it('a rollback that the monitor asks for says that no person did, and which windows failed by what', () => {
  const { body } = monitorRollbackPage(facts, 'price')
  expect(body).toContain('No person did')
  expect(body).toContain('❌ Drift, 2026-03-09 until 2026-03-16 (check `dddddddddddd`): `price`: price')
  expect(body).not.toContain('it passes')
  expect(body).toContain('in whose name GitHub ran the monitor')
  expect(body).toMatch(/\[window of 2026-03-09\]\(http.*check\.json\)/)
})
