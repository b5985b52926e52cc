import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'

/** A page's file in a tab of its own. What it says to the console, throws or asks of any network is a complaint. */
export async function openPage(
  browser: Browser,
  path: string,
  { width, colorScheme }: { width: number; colorScheme: 'light' | 'dark' },
) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
  const tab = await context.newPage()
  const complaints: string[] = []
  const url = pathToFileURL(path).href
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('request', (request) => request.url() !== url && complaints.push(request.url()))
  await tab.goto(url)
  return { tab, complaints, [Symbol.asyncDispose]: () => context.close() }
}
