import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderDriftPage } from '@tidemark/reports'
import { Baseline, DriftCheck } from '@tidemark/schemas'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from './chromium.ts'
import { contrast } from './contrast.ts'
import { openPage } from './opened-page.ts'

interface Seen {
  overflow: number
  texts: { text: string; colour: string; background: string }[]
  drawings: { name: string | null; role: string | null; isShown: boolean; right: number; width: number }[]
}

const frozen = join(import.meta.dirname, '../frozen')
const look = readFileSync(join(import.meta.dirname, 'seen.browser.js'), 'utf8')
const executable = findChromium()
let folder = ''
let page = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-drift-page-'))
  page = join(folder, 'drift.html')
  const read = (path: string): unknown => JSON.parse(readFileSync(join(frozen, path), 'utf8'))
  const baseline = Baseline.parse(read('baseline/v1/shop.json'))
  const check = DriftCheck.parse(read('drift/v1/shop.json'))
  const earlier = { ...check, window: { ...check.window, start: '2001-04-02', end: '2001-04-09' } }
  writeFileSync(page, renderDriftPage({ baseline, check, windows: [earlier, check] }))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Without a browser there is nothing to look with; the page's own test says so. */
describe.runIf(executable !== undefined)('the page of a window in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium(executable!)
  })
  afterAll(() => browser.close())

  it('keeps the columns that are searched for, and those of one verdict', async () => {
    await using opened = await openPage(browser, page, { width: 1280, colorScheme: 'light' })
    const { tab, complaints } = opened
    const cards = tab.locator('article.column')
    const all = await cards.count()
    const name = (await cards.first().locator('h3').textContent())!
    await tab.getByLabel('Column', { exact: true }).fill(name.toUpperCase())
    const found = await cards.evaluateAll(
      (each) => each.filter((card) => (card as unknown as { checkVisibility(): boolean }).checkVisibility()).length,
    )
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(all)
    await tab.getByLabel('Column', { exact: true }).fill('')
    const verdict = (await cards.last().getAttribute('data-verdict'))!
    await tab.locator(`.filters label:has(input[value=${verdict}])`).click()
    const shown = await cards.evaluateAll((each) =>
      each
        .filter((card) => (card as unknown as { checkVisibility(): boolean }).checkVisibility())
        .map((card) => card.getAttribute('data-verdict')),
    )
    expect(new Set(shown)).toEqual(new Set([verdict]))
    expect(complaints).toEqual([])
  })

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [375, 'light'],
    [375, 'dark'],
  ] as const)('at %i px, %s: nothing sticks out, text has contrast, drawings have names', async (width, scheme) => {
    await using opened = await openPage(browser, page, { width, colorScheme: scheme })
    const seen = await opened.tab.evaluate<Seen>(look)
    expect(opened.complaints).toEqual([])
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.texts.filter(({ colour, background }) => contrast(colour, background) < 4.5)).toEqual([])
    for (const { name, role, isShown, right } of seen.drawings.filter((each) => each.role !== null)) {
      expect(name).toMatch(/\w{3}/)
      expect(role).toBe('img')
      if (isShown) expect(right).toBeLessThanOrEqual(width)
    }
  })
})
