import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The browser that the machine has, by CHROMIUM_PATH or in the usual places; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env
  // What is named must be there: a typing error must not become a test without a browser.
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  return usualPlaces.find((path) => existsSync(path))
}

export const launchChromium = (executablePath: string): Promise<Browser> =>
  // Containers that tests run in have no user namespaces for the browser's own sandbox; the page is ours.
  chromium.launch({ executablePath, args: ['--no-sandbox'] })
