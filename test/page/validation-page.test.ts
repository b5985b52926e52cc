import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderValidationPage } from '@tidemark/reports'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from './chromium.ts'
import { contrast } from './contrast.ts'
import { openPage } from './opened-page.ts'
import { recordedValidation } from './recorded-validation.ts'

interface Seen {
  overflow: number
  texts: { text: string; colour: string; background: string }[]
  headings: number[]
  captions: string[]
}

const look = readFileSync(join(import.meta.dirname, 'seen.browser.js'), 'utf8')
const executable = findChromium()
let folder = ''
let page = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-validation-page-'))
  page = join(folder, 'index.html')
  writeFileSync(page, renderValidationPage(recordedValidation))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Without a browser there is nothing to look with; the page's own test says so. */
describe.runIf(executable !== undefined)('the page of a validation in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium(executable!)
  })
  afterAll(() => browser.close())

  it('keeps checks and columns that are searched for, also those that are folded, and those of one verdict', async () => {
    await using opened = await openPage(browser, page, { width: 1280, colorScheme: 'light' })
    const { tab, complaints } = opened
    const shown = () =>
      tab
        .locator('tr[data-name]')
        .evaluateAll((rows) =>
          rows
            .filter((row) => (row as unknown as { checkVisibility(): boolean }).checkVisibility())
            .map((row) => [row.getAttribute('data-name'), row.getAttribute('data-verdict')] as const),
        )
    const before = await shown()
    await tab.getByLabel('Column', { exact: true }).fill('DESTIN')
    const found = await shown()
    expect(new Set(found.map(([name]) => name))).toEqual(new Set(['destination']))
    expect(found.length).toBeGreaterThan(before.filter(([name]) => name === 'destination').length)
    await tab.getByLabel('Column', { exact: true }).fill('')
    await tab.locator('.filters label:has(input[value=inconclusive])').click()
    const open = (await shown()).filter(([, verdict]) => verdict !== null)
    expect(open.length).toBeGreaterThan(0)
    expect(new Set(open.map(([, verdict]) => verdict))).toEqual(new Set(['inconclusive']))
    expect(complaints).toEqual([])
  })

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('at %i px, %s: nothing sticks out, text has contrast, tables have captions', async (width, scheme) => {
    await using opened = await openPage(browser, page, { width, colorScheme: scheme })
    const seen = await opened.tab.evaluate<Seen>(look)
    expect(opened.complaints).toEqual([])
    expect(seen.overflow).toBeLessThanOrEqual(0)
    expect(seen.texts.filter(({ colour, background }) => contrast(colour, background) < 4.5)).toEqual([])
    expect(seen.captions.filter((caption) => caption === '')).toEqual([])
    for (const [i, level] of seen.headings.entries()) if (i > 0) expect(level - seen.headings[i - 1]!).toBeLessThan(2)
  })
})
