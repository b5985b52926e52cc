import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writePage } from '@tidemark/cli'
import { CloneLedger } from '@tidemark/github'
import { readOverview } from '@tidemark/registry'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium } from './chromium.ts'
import { contrast } from './contrast.ts'
import { recordRegistry } from './recorded-registry.ts'
import { writeRepository } from './recorded-repository.ts'

const sections = ['production', 'versions', 'rollouts', 'drift', 'lineage', 'history']
const executable = findChromium()
let folder = ''
let page = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-page-'))
  await writeRepository(join(folder, 'clone'), recordRegistry())
  page = join(folder, 'index.html')
  await writePage({ clone: join(folder, 'clone'), out: page, repositoryUrl: 'https://github.com/example/flight-delay' })
  if (executable === undefined)
    console.warn(
      'No Chromium on this machine (CHROMIUM_PATH, /usr/bin/chromium …): the page was not looked at by a browser.',
    )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a registry with the whole loop in it', () => {
  it('reads as what happened: versions, what is live since when, rollouts and weeks', async () => {
    using ledger = new CloneLedger(join(folder, 'clone'), 'model-registry')
    const { models, problems, asOf } = await readOverview(ledger)
    expect(problems).toEqual([])
    const [model] = models
    expect(asOf).toBe(model!.rollouts[0]!.updatedAt)
    expect(model!.versions.map(({ manifest, status }) => [manifest.version, status])).toEqual([
      ['1.0.0', 'former'],
      ['1.1.0', 'live'],
      ['1.2.0', 'rolled-back'],
      ['1.3.0', 'canary'],
    ])
    // The return after the roll-back has a seq of its own, but 1.1.0 never left.
    expect(model!.channels[0]!.tenures.map(({ version, seq }) => [version, seq])).toEqual([
      ['1.0.0', 1],
      ['1.1.0', 4],
    ])
    expect(model!.rollouts.map(({ seq, phase }) => [seq, phase])).toEqual([
      [5, 'running'],
      [3, 'rolled-back'],
      [2, 'promoted'],
    ])
    expect(model!.drift.map(({ verdict }) => verdict)).toEqual([
      ...Array.from({ length: 7 }, () => 'pass'),
      'fail',
      'inconclusive',
      'pass',
    ])
  })

  it('gives a page of which nothing is fetched and nothing runs', () => {
    const html = readFileSync(page, 'utf8')
    // Compared apart from the page: a failure would print all of it.
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    expect(html.match(/<(script|link|img|iframe|object|embed|base)\b|@import|url\(|\son\w+=/i)).toBeNull()
    const found = [...html.matchAll(/<section id="flight-delay-(\w+)">/g)].map(([, name]) => name)
    expect(found).toEqual(sections)
  })

  it('says in words and counts why a version was taken back, wherever it is told', () => {
    const html = readFileSync(page, 'utf8')
    const cause = /<b>Rolled back:<\/b> ([^<]*)\. 1\.1\.0 stays in production\.</.exec(html)?.[1] ?? ''
    expect(cause).toMatch(/ in [\d,]+ of [\d,]+ requests \(1\.1\.0: 0 of [\d,]+\)/)
    // The rollout itself, the version's lineage, and the two events of the history.
    expect(html.split(cause).length - 1).toBe(4)
  })
})

/** What `seen.browser.js` gives. */
interface Seen {
  overflow: number
  background: string
  texts: { text: string; colour: string; background: string }[]
  drawings: { name: string | null; role: string | null; isShown: boolean; right: number; width: number }[]
  cards: string[]
  headings: number[]
  captions: string[]
  history: string[]
}

const look = readFileSync(join(import.meta.dirname, 'seen.browser.js'), 'utf8')

/** Without a browser there is nothing to look with, and `beforeAll` says so. */
if (executable !== undefined) {
  describe('the page in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium(executable)
    })
    afterAll(() => browser.close())

    /** Opens it and fails on any request, console message or error. */
    async function open(width: number, scheme: 'light' | 'dark', filter?: string): Promise<Seen> {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme })
      try {
        const tab = await context.newPage()
        const complaints: string[] = []
        const url = pathToFileURL(page).href
        tab.on('console', (message) => complaints.push(message.text()))
        tab.on('pageerror', (error) => complaints.push(error.message))
        tab.on('request', (request) => request.url() !== url && complaints.push(request.url()))
        await tab.goto(url)
        if (filter !== undefined) await tab.locator('.filter').getByText(filter, { exact: true }).click()
        const seen = await tab.evaluate<Seen>(look)
        expect(complaints).toEqual([])
        return seen
      } finally {
        await context.close()
      }
    }

    it('keeps the history’s rows of one kind, without a script', async () => {
      const { history: all } = await open(1280, 'light')
      expect(new Set(all)).toEqual(new Set(['versions', 'promotions', 'rollouts', 'drift']))
      const { history: some } = await open(1280, 'light', 'Rollouts')
      expect(some).toEqual(all.filter((kind) => kind === 'rollouts'))
    })

    it.each([
      [1280, 'light'],
      [1280, 'dark'],
      [375, 'light'],
      [375, 'dark'],
    ] as const)('at %i px, %s: nothing sticks out, text has contrast, drawings have names', async (width, scheme) => {
      const seen = await open(width, scheme)
      expect(seen.overflow).toBeLessThanOrEqual(0)
      expect(seen.texts.length).toBeGreaterThan(200)
      expect(seen.texts.filter(({ colour, background }) => contrast(colour, background) < 4.5)).toEqual([])
      const ground = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)'
      expect(contrast(seen.background, ground)).toBeLessThan(1.3)
      expect(seen.drawings.length).toBeGreaterThan(10)
      for (const { name, role, isShown, right, width: drawn } of seen.drawings) {
        expect(name).toMatch(/\w{3}/)
        expect(role).toBe('img')
        if (isShown) expect(drawn).toBeGreaterThan(100)
        if (isShown) expect(right).toBeLessThanOrEqual(width)
      }
      expect(seen.cards.join('\n')).toMatch(
        /^In production.*1\.1\.0since 4 Apr 2001.*\nCanary.*1\.3\.0 at 50 %.*\nDrift.*No drift.*\nNeeds attention/,
      )
      // No level is left out on the way down, for those who walk the page by its headings.
      const jumps = seen.headings.map((level, i) => level - (seen.headings[i - 1] ?? 0))
      expect(Math.max(...jumps)).toBe(1)
      expect(seen.captions).not.toContain('')
    })
  })
}
