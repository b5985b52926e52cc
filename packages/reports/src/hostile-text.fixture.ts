/** What a column, a branch or a title may be called by somebody who wants a report to say something else. */
export const hostileTexts = [
  'a|b|c',
  'one\ntwo\n\n# three',
  'a\r\n- b',
  '`code` ``two`` ```three',
  '~~~\nfence',
  '<img src=x onerror=alert(1)>',
  '</details></summary><script>alert(1)</script>',
  '<!-- hidden',
  '--> shown <!--',
  '@octocat and @acme/owners',
  'fixes #123, closes acme/flights#9, GH-7',
  '[click](https://evil.example) ![pixel](https://evil.example/p.png)',
  'https://evil.example/ www.evil.example mailto:a@b.example someone@evil.example http://x.example',
  'WWW.evil.example HTTPS://EVIL.example ftp://evil.example',
  '`www.evil.example` *www.evil.example* a@b.example|',
  '**bold** _em_ ~~gone~~ *x*',
  '[^1] [ref]: https://evil.example',
  '| - | - |',
  '---',
  '===',
  '> quote',
  '1. item',
  '12) item',
  '+ item',
  '- [ ] task',
  '    indented code',
  '\\| \\` \\',
  '&lt;b&gt; &#60;b&#62; &commat;octocat',
  '$x^2$ and $$y$$ ${{ secrets.TOKEN }}',
  ':tada: :+1:',
  '"] --> x["',
  'end\nsubgraph x',
  'left\u202eright\u2066 \u200bzero',
  '\u0000\u0007\u001b[31mred',
  '\ud800 lone',
  '',
  '   ',
  '`',
  '\\',
  'trailing\\',
]

/** Three at a time, where each text by itself would take long: that is for the escaping's own tests. */
export const hostileMixtures = Array.from({ length: Math.ceil(hostileTexts.length / 3) }, (_, i) =>
  hostileTexts.slice(i * 3, i * 3 + 3).join(' x '),
)

const voidElements = ['br', 'hr', 'img', 'input']

/** The elements of an HTML text in order, its table rows' cell counts, its text. Throws where tags are not balanced or not tags. */
export function readHtml(html: string): { elements: string[]; cells: number[]; text: string } {
  const elements: string[] = []
  const cells: number[] = []
  const open: string[] = []
  let text = ''
  for (const token of html.match(/<!--[\s\S]*?-->|<[^>]*>|[^<]+|</g) ?? []) {
    if (token.startsWith('<!--')) continue
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?:\s[^>]*)?)>$/.exec(token)
    if (!tag) {
      if (token.includes('<')) throw new Error(`not a tag: ${token}`)
      text += token
      continue
    }
    const [, closing, name = '', attributes = ''] = tag
    if (/\son\w+=|javascript:/i.test(attributes)) throw new Error(`active content: ${token}`)
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing in ${html.slice(0, 400)}`)
      continue
    }
    elements.push(name)
    if (name === 'tr') cells.push(0)
    if (name === 'td' || name === 'th') cells[cells.length - 1]! += 1
    if (!voidElements.includes(name)) open.push(name)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`)
  return { elements, cells, text: decode(text) }
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => named[name]!)
