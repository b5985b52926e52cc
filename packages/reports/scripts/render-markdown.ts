/**
 * Renders GitHub flavoured Markdown as a page that looks about like GitHub, to read reports as a reviewer sees them:
 *
 *     node packages/reports/scripts/render-markdown.ts report.md report.html
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

const [input, output] = process.argv.slice(2)
if (!input || !output) {
  console.error('Usage: node packages/reports/scripts/render-markdown.ts <report.md> <report.html>')
  process.exit(1)
}

const style = `
body { margin: 32px auto; max-width: 860px; padding: 0 24px; color: #1f2328; background: #fff;
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif, "Apple Color Emoji", "Noto Color Emoji" }
h1, h2 { border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em } h1 { font-size: 2em } h2 { font-size: 1.5em }
a { color: #0969da }
code, pre { font: 85%/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace }
code { background: #818b981f; border-radius: 6px; padding: .2em .4em; white-space: break-spaces }
pre { background: #f6f8fa; border-radius: 6px; overflow: auto; padding: 16px } pre code { background: none; padding: 0 }
table { border-collapse: collapse; display: block; max-width: 100%; overflow: auto; width: max-content }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px } tr:nth-child(2n) { background: #f6f8fa }
blockquote { border-left: .25em solid #d1d9e0; color: #59636e; margin: 0 0 16px; padding: 0 1em }
details, p, table, ul { margin: 0 0 16px } sub { font-size: 75% }`

// Like a pull request's comment, where a line's end breaks the line, but with HTML as it stands: for our own reports only.
const html = micromark(readFileSync(input, 'utf8'), {
  allowDangerousHtml: true,
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
})
writeFileSync(output, `<!doctype html><meta charset="utf-8"><title>Report</title><style>${style}</style>\n${html}\n`)
