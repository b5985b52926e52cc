import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { htmlCode, link, mermaidLabel } from './escape.ts'
import { hostileTexts, readHtml } from './hostile-text.fixture.ts'
import { codeSpan, escapeHtml, escapeMarkdown } from './index.ts'

const render = (markdown: string) =>
  readHtml(micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }))

const places: Record<string, (text: string) => string> = {
  'a paragraph': (text) => text,
  'a heading': (text) => `## ${text}`,
  'a list item': (text) => `- ${text}`,
  'a table cell': (text) => `| a | b |\n| - | - |\n| ${text} | x |`,
  'the middle of a sentence': (text) => `before ${text} after`,
  'inside bold text': (text) => `**x ${text} x**`,
}

const allowed: Record<string, string[]> = {
  'a paragraph': ['p'],
  'a heading': ['h2'],
  'a list item': ['ul', 'li'],
  'a table cell': ['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  'the middle of a sentence': ['p'],
  'inside bold text': ['p', 'strong'],
}

describe.each(Object.keys(places))('in %s', (place) => {
  it.each(hostileTexts)('%j adds no element, link or mention as text', (text) => {
    const { elements, text: shown } = render(places[place]!(escapeMarkdown(text)))
    expect(elements.filter((name) => ![...allowed[place]!, 'span'].includes(name))).toEqual([])
    expect(shown).not.toMatch(/@\w|(^|\W)#\d|GH-\d|:\/\/|www\.|:\w+:/i)
  })

  it.each(hostileTexts)('%j adds only a code element as code', (text) => {
    const { elements, cells } = render(places[place]!(codeSpan(text)))
    expect(elements.filter((name) => !allowed[place]!.includes(name))).toEqual(['code'])
    if (place === 'a table cell') expect(cells).toEqual([2, 2])
  })
})

it('whatever the text is, the table keeps its cells and gains nothing but a code element', () => {
  const character = fc.constantFrom(...'|`\\<>&@#:/$*_[]()!~-=+\n\t\r" \'ab1.\u202e')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(character, { maxLength: 30 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (value) => {
      const { elements, cells } = render(`| a | b |\n| - | - |\n| ${escapeMarkdown(value)} | ${codeSpan(value)} |`)
      expect(cells).toEqual([2, 2])
      expect(elements.filter((name) => name !== 'span').toSorted()).toEqual(
        ['code', 'table', 'tbody', 'td', 'td', 'th', 'th', 'thead', 'tr', 'tr'].toSorted(),
      )
    }),
    { numRuns: 150 },
  )
})

it('a version or a decimal at the start stays as it is, a list item does not', () => {
  expect(escapeMarkdown('1.4.0')).toBe('1.4.0')
  expect(render(escapeMarkdown('1. item')).elements).toEqual(['p'])
})

it('ordinary text reads as it was written', () => {
  const text = 'ROC AUC .6714 (better by .0013), at most 5,000,000 bytes; row_id is 100 % unique.'
  expect(render(escapeMarkdown(text)).text.trim()).toBe(text)
  expect(codeSpan('data/flights-2001-01.parquet')).toBe('`data/flights-2001-01.parquet`')
})

it('text inside code is what the user wrote', () => {
  for (const text of ['a`b', 'a|b', '<b>', 'x & y', '$HOME', '``', '*a*', '#12', '@octocat']) {
    expect(render(codeSpan(text)).text.trim()).toBe(text)
    expect(render(`| a |\n| - |\n| ${codeSpan(text)} |`).text).toContain(text)
  }
})

it('bidirectional and control characters are spelled out, letters of any script are not', () => {
  expect(escapeMarkdown('ab\u202egpj\u0007')).toBe('ab⟨U+202E⟩gpj⟨U+0007⟩')
  expect(render(codeSpan('\u2066x\u200b')).text).toContain('⟨U+2066⟩x⟨U+200B⟩')
  expect(escapeMarkdown('שלום דעלייה 遅延')).toBe('שלום דעלייה 遅延')
})

it('long text is cut at a code point and says so', () => {
  expect(escapeMarkdown('é'.repeat(1000))).toHaveLength(300)
  expect(codeSpan('😀'.repeat(1000), 10)).toBe(`<code>${'&#128512;'.repeat(9)}…</code>`)
})

it('text in HTML ends no attribute and no element', () => {
  expect(escapeHtml(`"><img src=x onerror='a'>&amp;`)).toBe(
    '&#34;&#62;&#60;img src=x onerror=&#39;a&#39;&#62;&#38;amp;',
  )
  expect(htmlCode('</summary></details>')).not.toMatch(/<\/(summary|details)/)
})

it('a link leads to http(s) only and cannot be ended from inside', () => {
  expect(link('x', 'javascript:alert(1)')).toBe('x')
  expect(link('x', 'data:text/html,x')).toBe('x')
  expect(link('x', undefined)).toBe('x')
  const { elements } = render(link('x', 'https://example.com/a)b](c) <img src=x> "t" *e* |'))
  expect(elements).toEqual(['p', 'a'])
})

it('a Mermaid label keeps only letters, digits and harmless marks; the rest are its own codes', () => {
  expect(mermaidLabel('a"]; end\n```')).toBe('a#34;#93;#59; end #96;#96;#96;')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(mermaidLabel(text).replace(/#\d+;/g, '')).toMatch(/^[\p{L}\p{N} ./,+…·–-]*$/u)
    }),
  )
})
