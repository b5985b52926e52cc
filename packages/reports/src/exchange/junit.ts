import { clip } from '../escape.ts'
import type { Finding } from './finding.ts'

const longest = 2000
const mostFindings = 20_000

/**
 * JUnit XML as test reporters read it: a suite a dataset or window, a case a question. JUnit knows no warning and no open
 * question: both are skipped with their reason, except that an open question that keeps the step from succeeding is an error.
 */
export function renderJUnit(name: string, findings: readonly Finding[]): string {
  const shown = findings.slice(0, mostFindings)
  const suites = [...Map.groupBy(shown, ({ suite }) => suite)]
  const body = suites.map(
    ([suite, own]) =>
      `  <testsuite name="${attribute(suite)}" ${totals(own)}>\n${own.map((each) => testCase(name, each)).join('')}  </testsuite>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${attribute(name)}" ${totals(shown)}>\n${body.join('')}</testsuites>\n`
}

type Element = 'failure' | 'error' | 'skipped' | null

const elementOf = ({ outcome, isBlocking }: Finding): Element =>
  outcome === 'pass' ? null : outcome === 'fail' ? 'failure' : outcome === 'open' && isBlocking ? 'error' : 'skipped'

function totals(findings: readonly Finding[]): string {
  const count = (element: Element) => findings.filter((each) => elementOf(each) === element).length
  return `tests="${findings.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

function testCase(name: string, finding: Finding): string {
  const { title, rule, outcome, message, place } = finding
  const line = place.line === undefined ? '' : ` line="${place.line}"`
  const head = `    <testcase classname="${attribute(`${name}.${rule}`)}" name="${attribute(title)}" file="${attribute(place.file)}"${line}`
  const element = elementOf(finding)
  if (element === null) return `${head}/>\n`
  const word = { warning: 'warning', open: 'inconclusive', fail: 'failed', pass: 'passed' }[outcome]
  if (element === 'skipped')
    return `${head}>\n      <skipped message="${attribute(`${word}: ${message}`)}"/>\n    </testcase>\n`
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`
  return `${head}>\n      <${element} message="${attribute(message)}" type="${word}">${text(`${message}\n${where}`)}</${element}>\n    </testcase>\n`
}

/** Characters that XML 1.0 does not have, whatever their escape, become U+FFFD. */
const text = (value: string): string =>
  clip(value.toWellFormed(), longest)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Readers turn a bare line break in an attribute into a space. */
const attribute = (value: string): string =>
  text(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
