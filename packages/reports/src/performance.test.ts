import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PerformanceCheck, parseJsonDocument } from '@tidemark/schemas'
import { describe, expect, it } from 'vitest'
import { renderPerformance as renderOnPage } from './page/performance.ts'
import { renderPerformance } from './performance.ts'

const example = (name: string) => {
  const file = join(import.meta.dirname, '../../../registry-schema/examples/performance/valid', name)
  return parseJsonDocument(PerformanceCheck, readFileSync(file, 'utf8'), name)
}
const good = example('pass.json')
const unknown = example('labels-not-come.json')
describe('the summary', () => {
  it('says what is missing where labels have not come, and what waits', () => {
    const text = renderPerformance([unknown], {
      waiting: [{ version: '1.0.0', start: '2001-01-15' }],
      unknownVersions: ['`<img>`'],
      unmatchedLabels: 3,
      undated: 0,
    })
    expect(text).toContain('220 more labels would do')
    expect(text).toContain('1 week waits for its labels, the newest from 2001-01-15')
    expect(text).toContain('3 labels without a prediction')
    expect(text).not.toContain('<img>`.')
  })

  it('puts what was promised beside what came', () => {
    expect(renderPerformance([good])).toMatch(/Without labels a Brier score of [\d.]+ was to be expected, [\d.]+ came/)
  })
})

it('the page has a mark for each week, and the gate’s value', () => {
  const week = { version: '1.0.0', labelled: 900, predictions: 1000, released: 0.2, expected: 0.19 }
  const page = renderOnPage([
    { ...week, start: '2001-01-08', verdict: 'pass', reason: 'All kept.', brier: 0.2 },
    { ...week, start: '2001-01-15', verdict: 'fail', reason: '<b>worse</b>', brier: 0.3 },
  ]).text
  expect(page.match(/class="mark"/g)).toHaveLength(2)
  expect(page).not.toContain('<b>worse')
  expect(page).toContain('0.2')
})
