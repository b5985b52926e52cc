import { readFileSync } from 'node:fs'
import { Dataset, Evaluation, Run, Validation, VersionManifest } from '@tidemark/schemas'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { hostileTexts, readHtml } from './hostile-text.fixture.ts'
import {
  type Promotion,
  promotionMarker,
  type Registration,
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
  summaryLine,
} from './index.ts'
import { gatePolicy, sampleFacts } from './sample-facts.ts'

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

/** Three at a time: each text by itself is for the escaping's own tests. */
const hostileMixtures = Array.from({ length: Math.ceil(hostileTexts.length / 3) }, (_, i) =>
  hostileTexts.slice(i * 3, i * 3 + 3).join(' x '),
)

const names = Object.keys(reports)
const plain = Object.fromEntries(names.map((name) => [name, read(reports[name]!(facts, 'text'))]))

describe.each(names)('the %s report', (name) => {
  it.each(hostileMixtures)('keeps its structure when everything is called %j', (text) => {
    const report = reports[name]!(rename(facts, text), text)
    const { elements, cells, text: shown } = read(report)
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

it('a Mermaid diagram has the same lines, arrows and brackets whatever its labels are', () => {
  const skeleton = (markdown: string) => diagram(markdown).replace(/"[^"\n]*"/g, '""')
  const expected = skeleton(renderPromotion(facts.promotion))
  expect(expected).toContain('version[""]')
  for (const text of hostileMixtures) {
    expect(skeleton(renderPromotion(rename(facts, text).promotion)), JSON.stringify(text)).toBe(expected)
  }
})

it('the body of a promotion stays below 60,000 characters with the decision, whatever it has to tell', () => {
  const many = Array.from({ length: 1000 }, (_, i) => `column ${i} ${'|'.repeat(250)}`)
  const long = structuredClone(facts.promotion) as { -readonly [K in keyof Promotion]: Promotion[K] }
  long.run.parameters = Object.fromEntries(many.map((name) => [name, name]))
  long.run.importance = Object.fromEntries(many.map((name, i) => [name, i]))
  long.evaluation.rules = many.slice(0, 200).map((reason) => ({ ...facts.evaluation.rules[0]!, reason, id: reason }))
  long.manifest.signature.inputs = many.map((name) => ({ name, type: name, shape: [name, name] }))
  long.datasets.training.files = many.map((path) => ({ ...facts.training.files[0]!, path }))
  const body = renderPromotion(long)
  expect(body.length).toBeLessThan(60_000)
  expect(body).toContain('**Gate:')
  expect(body).toContain('was shortened')
  expect(body).toContain(
    '[evaluation](https://github.com/acme/flights/blob/model-registry/models/flight-delay/evaluations/',
  )
  expect(() => read(body)).not.toThrow()
})

it('a promotion is found again by its first line, which no name can end early', () => {
  expect(renderPromotion(facts.promotion).split('\n')[0]).toBe(
    '<!-- tidemark:promotion model=flight-delay channel=production version=1.1.0 -->',
  )
  expect(promotionMarker('--><b>', '--', '--!>')).toMatch(/^<!--(?:(?!-->|--!>).)*-->$/)
})

it('a promotion shows both values, the bounds, the parameters that changed and where the facts are', () => {
  const body = renderPromotion(facts.promotion)
  for (const part of [
    '0.6714 → 0.6727',
    '−0.0047 to +0.0073',
    '| `trees` | `60` | `100` |',
    'https://github.com/acme/flights/compare/',
    'https://github.com/acme/flights/blob/model-registry/models/flight-delay/versions/1.1.0.json',
    'It replaces **1.0.0**',
    '1 approval of this head commit',
    '| Training rows | 918,015 | 1,421,392 | +503,377 |',
    'Training files: 1 new, 0 gone',
    'Columns: new `distance`.',
    'Size 432 KB (champion: 288 KB); latency 0.42 ms at the 95th percentile (champion, by the run that judged it: 0.31 ms)',
    '⚠️ **warn** in the newest window',
  ]) {
    expect(body).toContain(part)
  }
})

it('a promotion tells which columns miss more values than the champion’s data did, where both were counted', () => {
  const { promotion } = facts
  const counted = <D extends Pick<Promotion, 'datasets'>>(data: D, nulls: number): D => {
    const { training } = data.datasets
    const columns = training.columns.map((column) => (column.name === 'delay' ? { ...column, nulls } : column))
    return { ...data, datasets: { ...data.datasets, training: { ...training, columns } } }
  }
  const champion = promotion.champion!
  const told = (before: number, now: number) =>
    renderPromotion({
      ...promotion,
      ...counted(promotion, now),
      champion: { ...champion, data: counted(champion.data!, before) },
    })
  expect(told(0, 142_140)).toMatch(/missing `delay` 0 % → 10\.0 %/)
  expect(told(0, 0)).not.toContain('missing `delay`')
})

it('without a champion there is no column for one', () => {
  const body = renderPromotion(firstPromotion(facts.promotion))
  expect(body).toContain('Nothing is there yet')
  expect(body).not.toContain('| Champion | Challenger |')
  expect(body).not.toContain('champion([')
})

it('an inconclusive gate says what would settle it', () => {
  const report = renderGate({ ...facts.evaluation, verdict: 'inconclusive' }, { policy: gatePolicy })
  expect(report).toContain('❔ Gate: inconclusive')
  expect(report).toContain('More data settles it')
})

it('the reasons that stopped a candidate come before those that did not', () => {
  const evaluation = structuredClone(facts.evaluation)
  Object.assign(evaluation.rules[3]!, { verdict: 'fail', reason: 'calibration is worse' })
  const report = renderRegistration({ outcome: 'refused', run: facts.challengerRun, evaluation } satisfies Registration)
  expect(report.split('\n').find((line) => line.startsWith('- '))).toBe('- ❌ calibration is worse')
})

it('no dataset is inconclusive, and so is no check of a promotion and an empty registry', () => {
  expect(renderValidation({ validations: [] })).toContain('Data validation: inconclusive')
  expect(renderCheck({ model: 'm', channel: 'c', version: '1.0.0', checks: [] })).toContain('Promotion check: fail')
  expect(renderVerification({ checked: {}, problems: [] })).toContain('Nothing to verify')
  const partly = renderVerification({ checked: { runs: 2 }, notChecked: { 'decisions not replayed': 3 }, problems: [] })
  expect(partly).toContain('Registry verified: 2 checks, no error')
  expect(partly).toMatch(/Not checked \|(.|\n)*decisions not replayed \| 3 /)
})

it('a verification says what is wrong before what was proven, errors first, and what a repair did or would do', () => {
  const problem = (severity: 'error' | 'warning' | 'notice') => ({
    severity,
    path: severity,
    message: 'm',
    remedy: 'r',
  })
  const verification = { checked: { runs: 2 }, problems: (['notice', 'warning', 'error'] as const).map(problem) }
  const dry = renderVerification(verification, { planned: ['finish it'], repaired: [], slowBecause: null })
  expect(dry).toMatch(
    /❌ error(.|\n)*⚠️ warning(.|\n)*ℹ️ due(.|\n)*A repair would(.|\n)*finish it(.|\n)*Proven(.|\n)*2 \| facts are what/,
  )
  const repaired = [
    { step: 'finish it', outcome: 'done' as const, detail: 'it is tagged' },
    { step: 'settle it', outcome: 'left' as const, detail: 'refused', remedy: 'Propose it again.' },
  ]
  const after = renderVerification({ ...verification, problems: [] }, { planned: [], repaired, slowBecause: null })
  expect(after).toMatch(/no error(.|\n)*✅ done \| finish it \| it is tagged(.|\n)*refused\. Propose it again\./)
  expect(after).not.toContain('repair would')
})

it('a failed check whose rows may be dropped is no failure in the table, and is one where rows must not fail', () => {
  const { training } = facts
  const dropped = renderValidation({ validations: [{ dataset: training, validation: facts.validations.training }] })
  expect(dropped).toContain('rows&nbsp;dropped')
  const strict: Validation = {
    ...facts.validations.training,
    verdict: 'fail',
    violations: { action: 'fail', maxShare: 0 },
  }
  expect(renderValidation({ validations: [{ dataset: training, validation: strict }] })).toContain('❌&nbsp;fail')
})

it('an undefined metric is a dash, never a zero', () => {
  const evaluation = structuredClone(facts.evaluation)
  evaluation.metrics.ece.challenger.value = null
  expect(renderGate(evaluation, { policy: gatePolicy })).toContain('| Calibration error ↓ | 0.0198 | – |')
})

it('a contract’s breaking changes come first, with the step that its version needs', () => {
  const change = {
    file: 'contracts/shop.yaml',
    before: '1.0.0',
    after: '1.0.0',
    step: 'major',
    isVersionEnough: false,
    changes: [
      { effect: 'compatible', subject: 'orders.note', reason: 'the column is new' },
      { effect: 'breaking', subject: 'orders.id', reason: 'it may be NULL now' },
    ],
  } as const
  const text = renderContractChange(change)
  expect(text).toContain('needs a major step')
  expect(text.indexOf('may be NULL')).toBeLessThan(text.indexOf('is new'))
  const told = renderContractChange({ ...change, after: '2.0.0', isVersionEnough: true })
  expect(told).toMatch(/✅ Contract change: breaking/)
})

it("the README's example is what the check report gives", () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const check = { name: 'approvals', verdict: 'fail', detail: '0 of 1 on this head; ask @mona for a review' } as const
  const report = renderCheck({ model: 'flight-delay', channel: 'production', version: '1.1.0', checks: [check] })
  expect(/```text\n([\s\S]*?)\n```/.exec(readme)![1]).toBe(report)
})

it('summary lines are one line of at most 140 characters', () => {
  for (const text of hostileTexts) {
    const f = rename(facts, text)
    const lines = [
      summaryLine.validation([{ dataset: f.training, validation: f.validations.training }]),
      summaryLine.training(f.challengerRun),
      summaryLine.gate({ ...f.evaluation, verdict: 'fail' }),
      summaryLine.registration({ outcome: 'registered', manifest: f.challenger }),
      summaryLine.check({
        model: text,
        channel: text,
        version: text,
        checks: [{ name: text.repeat(99), verdict: 'fail', detail: text }],
      }),
      summaryLine.settlement({ ...settled(text), outcome: 'refused', reasons: [text.repeat(99)] }),
      summaryLine.verification({ checked: { [text]: 1 }, problems: [] }),
    ]
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      expect(line.length).toBeLessThanOrEqual(140)
    }
  }
  expect(summaryLine.gate(facts.evaluation)).toBe('pass, AUC 0.6714 to 0.6727')
})

function toHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
}

function read(markdown: string) {
  return readHtml(toHtml(markdown))
}

function count(elements: readonly string[], name: string): number {
  return elements.filter((element) => element === name).length
}

function diagram(markdown: string): string {
  return /```mermaid\n([\s\S]*?)\n```/.exec(markdown)![1]!
}

function firstPromotion({ champion: _, ...promotion }: Promotion): Promotion {
  const rules = promotion.evaluation.rules.filter(({ mode }) => mode === 'absolute')
  return { ...promotion, evaluation: { ...promotion.evaluation, champion: null, rules } }
}

function withFailures(validation: Validation): Validation {
  return {
    ...validation,
    verdict: 'fail',
    checks: [...validation.checks, { ...validation.checks[0]!, verdict: 'inconclusive', failedRows: null }],
  }
}

function settled(text: string) {
  return {
    model: text,
    channel: text,
    seq: 2,
    outcome: 'settled',
    version: text,
    modelDigest: text,
    previous: { version: text, modelDigest: text },
    approvedBy: [text],
    at: text,
    tag: text,
    releaseTag: text,
    mergeSha: text,
    pullRequest: 4,
  } as const
}

/** Replaces every text that is not one of a fixed set of words by `text`, and names of parameters and features with it. */
function rollbackPage({ promotion, champion, challenger }: typeof facts, text: string, more: object = {}) {
  const { modelDigest } = champion
  return renderRollback({
    ...promotion,
    seq: 3,
    formerSeq: 1,
    target: champion,
    left: challenger,
    owners: [text],
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

function rename<T>(value: T, text: string, key = ''): T {
  const fixed = ['schema', 'sha256', 'verdict', 'mode', 'metric', 'severity', 'action', 'serverUrl', 'importance']
  if (typeof value === 'string') return (fixed.includes(key) || isRuleId(value) ? value : text) as T
  if (Array.isArray(value)) return value.map((item) => rename(item, text, key)) as T
  if (typeof value !== 'object' || value === null) return value
  const isNamedByUsers = ['parameters', 'importance'].includes(key)
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      isNamedByUsers ? `${text}${name}` : name,
      rename(item, text, name === 'bump' ? '' : name),
    ]),
  ) as T
}

/** Rule ids choose units and wording; every other text is shown only. */
function isRuleId(text: string): boolean {
  return /^(roc_auc|log_loss|ece|size)\.\w+$/.test(text)
}
