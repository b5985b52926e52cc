import { chromium } from 'playwright-core'
const [,, file, w, scheme, y, h, out] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const p = await b.newPage({ viewport: { width: +w, height: 900 }, colorScheme: scheme })
await p.goto('file://' + file)
await p.screenshot({ path: out, fullPage: true, clip: { x: 0, y: +y, width: +w, height: +h } })
await b.close()
