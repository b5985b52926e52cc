import { digestOf, type Json, storedJson } from '@tidemark/schemas'
import { clip } from '../escape.ts'
import type { Finding } from './finding.ts'

const longest = 1000
/** GitHub shows 5,000 results of a run and refuses more than 25,000. */
const mostResults = 5000

/**
 * SARIF 2.1.0 for code scanning: a rule for every question, a result for every one that is not passed, at the contract's line.
 * What is open is of kind `open`, which has no level. `category` tells analyses of one commit apart.
 */
export function renderSarif(category: string, findings: readonly Finding[]): string {
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()]
  const indexOf = new Map(rules.map(({ rule }, i) => [rule, i]))
  const results = findings.filter(({ outcome }) => outcome !== 'pass').slice(0, mostResults)
  return storedJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tidemark', rules: rules.map(describeRule) } },
        automationDetails: { id: `${category}/` },
        columnKind: 'utf16CodeUnits',
        results: results.map((finding) => describeResult(finding, indexOf.get(finding.rule)!)),
      },
    ],
  })
}

const describeRule = ({ rule, title }: Finding): Json => ({
  id: rule,
  shortDescription: { text: plain(title) },
  properties: { tags: ['data'] },
})

function describeResult({ rule, suite, outcome, message, place }: Finding, ruleIndex: number): Json {
  return {
    ruleId: rule,
    ruleIndex,
    kind: outcome === 'open' ? 'open' : 'fail',
    level: outcome === 'fail' ? 'error' : outcome === 'warning' ? 'warning' : 'none',
    message: { text: plain(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place.file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line ?? 1 },
        },
      },
    ],
    // The same question about the same data is the same alert, on whatever line it stands by then.
    partialFingerprints: { 'tidemark/v1': digestOf({ rule, suite }) },
  }
}

/** SARIF reads `[text](target)` in a plain message as a link, and `{0}` as a placeholder. */
const plain = (text: string): string =>
  clip(text.toWellFormed(), longest)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{(?=\d)|(?<=\d)\}/g, '$&$&')
