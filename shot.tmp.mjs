import { chromium } from 'playwright-core'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [file, name] of [['/tmp/page-rich.html','rich'],['/tmp/page-demo.html','demo']]) for (const [w, scheme] of [[1280,'light'],[375,'light'],[1280,'dark'],[375,'dark']]) {
  const p = await b.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme })
  p.on('console', m => console.log(m.text())); p.on('request', r => r.url().startsWith('file:') || console.log('REQ', r.url()))
  await p.goto('file://' + file)
  const over = await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  console.log(name, w, scheme, over, await p.evaluate(()=>document.documentElement.scrollHeight))
  await p.screenshot({ path: `/tmp/shot-${name}-${w}-${scheme}.png`, fullPage: true })
  await p.close()
}
await b.close()
