import { DriftCheck } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../hostile-text.fixture.ts'
import { type Finding, findingsOfChecks, findingsOfDrift, renderJUnit, renderSarif } from '../index.ts'

const check = {
  id: 'delay.range',
  column: 'delay',
  kind: 'minimum',
  description: 'delay is at least -60.',
  severity: 'error' as const,
  verdict: 'fail' as const,
  rows: 100,
  failedRows: 3,
  expected: '0 rows',
  observed: '3 of 100 rows (3 %)',
  place: { line: 17 },
}
const suites = { suite: 'training flights', file: 'models/flight delay/contract.yaml' }
const findings = findingsOfChecks(
  [
    check,
    { ...check, id: 'rows', verdict: 'inconclusive' },
    { ...check, id: 'fresh', severity: 'warning' },
    { ...check, id: 'delay.type', verdict: 'pass', place: {} },
  ],
  suites,
)

interface Sarif {
  version: string
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } }
    results: {
      ruleId: string
      ruleIndex: number
      kind: string
      level: string
      message: { text: string }
      locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[]
      partialFingerprints: Record<string, string>
    }[]
  }[]
}
const sarifOf = (all: readonly Finding[]) =>
  (JSON.parse(renderSarif('validate-data/flight-delay', all)) as Sarif).runs[0]!

describe('SARIF', () => {
  it('has a rule for each question and a result for what is not passed, at the contract’s line', () => {
    const { tool, results } = sarifOf(findings)
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(findings.map(({ rule }) => rule))
    expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
      ['data/delay.range', 'fail', 'error'],
      ['data/rows', 'open', 'none'],
      ['data/fresh', 'fail', 'warning'],
    ])
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
    expect(results[0]!.locations[0]!.physicalLocation).toEqual({
      artifactLocation: { uri: 'models/flight%20delay/contract.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 17 },
    })
  })

  it('knows a finding again when its line or its numbers change, and only then', () => {
    const print = (of: readonly Finding[]) => sarifOf(of).results[0]!.partialFingerprints['tidemark/v1']
    const moved = findingsOfChecks([{ ...check, observed: '4 rows', place: { line: 20 } }], suites)
    expect(print(moved)).toBe(print(findings))
    expect(print(findingsOfChecks([{ ...check, id: 'other' }], suites))).not.toBe(print(findings))
  })

  it('a user’s text is no link and no placeholder', () => {
    const [first] = findings as [Finding, ...Finding[]]
    const { results } = sarifOf([{ ...first, message: 'see [here](https://evil.example) {0}' }])
    expect(results[0]!.message.text).toBe('see \\[here\\](https://evil.example) {{0}}')
  })
})

/** Names and attributes in order; fails where a tag is not closed. */
function readXml(xml: string): { name: string; attributes: Record<string, string> }[] {
  const decode = (value: string) => value.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  const open: string[] = []
  const found = []
  for (const [, close, name, rest, self] of xml.matchAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else {
      if (!self) open.push(name!)
      const attributes = Object.fromEntries(
        [...rest!.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key!, decode(value!)]),
      )
      found.push({ name: name!, attributes })
    }
  }
  expect(open).toEqual([])
  return found
}

describe('JUnit', () => {
  it('a failure fails, a blocking open question is an error, a warning is skipped with its reason', () => {
    const elements = readXml(renderJUnit('validate-data', findings))
    expect(elements[0]).toMatchObject({
      name: 'testsuites',
      attributes: { tests: '4', failures: '1', errors: '1', skipped: '1' },
    })
    expect(elements.map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'failure',
      'testcase',
      'error',
      'testcase',
      'skipped',
      'testcase',
    ])
    expect(elements[2]!.attributes).toMatchObject({ file: 'models/flight delay/contract.yaml', line: '17' })
    expect(elements[7]!.attributes.message).toMatch(/^warning: /)
  })

  it.each(hostileTexts.map((text) => [text]))('stays well formed with %j', (text) => {
    const all = findingsOfChecks([{ ...check, id: text, column: text, description: text, observed: text }], {
      suite: text,
      file: 'contract.yaml',
    })
    const xml = renderJUnit('validate-data', all)
    expect(readXml(xml)).toHaveLength(4)
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  })
})

it('of too many findings the first are told: those of the newest window', () => {
  const many = Array.from(
    { length: 20_001 },
    (_, i): Finding => ({ ...findings[0]!, suite: i === 0 ? 'newest' : 'older' }),
  )
  expect(sarifOf(many).results).toHaveLength(5000)
  expect(readXml(renderJUnit('drift', many)).filter(({ name }) => name === 'testsuite')).toMatchObject([
    { attributes: { name: 'newest', tests: '1' } },
    { attributes: { name: 'older', tests: '19999' } },
  ])
})

it('a window’s findings: drift blocks where it fails, and what was not judged is open', () => {
  const window = { start: '2001-04-23', end: '2001-04-30', digest: 'c'.repeat(64), rows: 1, blocks: 7 }
  const result = {
    column: 'delay',
    family: 'labels' as const,
    statistic: 'ks' as const,
    effect: 0.1,
    bounds: { lower: 0, upper: 1, level: 0.95 },
    p: null,
    q: null,
    limits: { warn: 0.1, fail: 0.2 },
    rows: 1,
    blocks: 7,
    needed: null,
    values: { baseline: null, window: null },
    shown: {},
    reason: 'KS distance .100',
  }
  const results = (['pass', 'warn', 'fail', 'inconclusive'] as const).map((verdict) => ({ ...result, verdict }))
  const notJudged = [{ id: 'labels.late', reason: 'no outcome is known yet' }]
  DriftCheck.shape.results.parse(results)
  const found = findingsOfDrift({ window, results, notJudged }, (column) => ({
    file: 'contract.yaml',
    line: column.length,
  }))
  expect(found.map(({ outcome, isBlocking }) => [outcome, isBlocking])).toEqual([
    ['pass', false],
    ['warning', false],
    ['fail', true],
    ['open', false],
    ['open', false],
  ])
  expect(found.at(-1)).toMatchObject({ rule: 'drift/not-judged/labels.late', place: { line: 4 } })
})
