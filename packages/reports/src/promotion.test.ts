import { expect, it } from 'vitest'
import { hostileMixtures } from './hostile-text.fixture.ts'
import { type Promotion, promotionMarker, renderPromotion } from './index.ts'
import { readMarkdown } from './rendered-markdown.fixture.ts'
import { sampleFacts } from './sample-facts.ts'
import { firstPromotion, rename } from './varied-facts.fixture.ts'

const facts = sampleFacts()

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
  expect(() => readMarkdown(body)).not.toThrow()
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

it('without a champion there is no column for one', () => {
  const body = renderPromotion(firstPromotion(facts.promotion))
  expect(body).toContain('Nothing is there yet')
  expect(body).not.toContain('| Champion | Challenger |')
  expect(body).not.toContain('champion([')
})

function diagram(markdown: string): string {
  return /```mermaid\n([\s\S]*?)\n```/.exec(markdown)![1]!
}

it('a promotion tells which columns miss more values than the champion’s data did, where both were counted', () => {
  const { promotion } = facts
  const counted = <D extends Pick<Promotion, 'datasets'>>(data: D, nulls: number): D => {
    const { training } = data.datasets
    const columns = training.columns.map((column) => (column.name === 'delay' ? { ...column, nulls } : column))
    return { ...data, datasets: { ...data.datasets, training: { ...training, columns } } }
  }
  const champion = promotion.champion!
  const told = (before: number, now: number) =>
    renderPromotion({ ...counted(promotion, now), champion: { ...champion, data: counted(champion.data!, before) } })
  expect(told(0, 142_140)).toMatch(/missing `delay` 0 % → 10\.0 %/)
  expect(told(0, 0)).not.toContain('missing `delay`')
})
