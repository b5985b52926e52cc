/** Longest text of a user that is shown whole; anything longer is cut with `…`. */
const LONGEST = 300

/**
 * A user's text as plain words in GitHub flavoured Markdown: in a paragraph, a heading, a list item, a table cell or
 * inside an HTML tag's content. Nothing in it is markup, a link, a mention, a reference or a closing keyword, and control and
 * bidirectional characters are shown as their code points.
 */
export function escapeMarkdown(text: string, longest: number = LONGEST): string {
  const line = spellInvisible(clip(text, longest).replace(/\s+/g, ' ').trim())
  return (
    line
      .replace(/[&<>"'\\`*_[\]|~!{}^]/g, characterReference)
      // GitHub reads math between dollars after it has decoded references; its documentation says to use a span.
      .replaceAll('$', '<span>$</span>')
      // Mentions, references and shortcodes are found in rendered text, so a reference alone would not hide them.
      .replace(/@/g, '@&#8203;')
      .replace(/#(?=\w)/g, (hash, at: number, whole: string) => (whole[at - 1] === '&' ? hash : '#&#8203;'))
      .replace(/\b(GH)-(?=\d)/gi, '$1-&#8203;')
      .replace(/:(?=\/\/|[\w+-]+:)/g, ':&#8203;')
      .replace(/\b(www)\./gi, '$1&#8203;.')
      .replace(/\b(mailto|xmpp):/gi, '$1&#8203;:')
      // At the start of a block these would begin a heading, a list, a quote or an underline.
      .replace(/^(?:[#+=-]|\d+(?=[.)](?:\s|$)))/, (start) =>
        /^\d/.test(start) ? `${start}&#8203;` : characterReference(start),
      )
  )
}

/** A user's text in HTML, as an element's content or a quoted attribute's value. Mentions are left alone: use it where none is read. */
export function escapeHtml(text: string): string {
  return spellInvisible(text).replace(/[&<>"'`]/g, characterReference)
}

/**
 * A user's text as code, safe in the same places as `escapeMarkdown`. Backticks where nothing can end them, else a
 * `<code>` tag whose content is all character references.
 */
export function codeSpan(text: string, longest: number = LONGEST): string {
  const line = spellInvisible(
    clip(text, longest)
      .replace(/\r\n?|\n/g, '⏎')
      .replace(/\t/g, ' '),
  )
  if (line.trim() === '') return '<code>(empty)</code>'
  if (/^[\w./:#@+,=-](?:[\w ./:#@+,=()…-]*[\w./:#@+,=()…-])?$/.test(line)) return `\`${line}\``
  return htmlCode(line)
}

/** As `codeSpan`, where Markdown is not read: in a `<summary>` line. Where it is read, bare `www.` would be a link: no point is left. */
export function htmlCode(text: string, longest: number = LONGEST): string {
  const line = spellInvisible(clip(text, longest))
  return `<code>${line.replace(/[^\p{L}\p{N}\p{M} ,/…-]/gu, characterReference)}</code>`
}

/** A link, or its text alone where the address is not http(s). `label` is Markdown already. */
export function link(label: string, url: string | undefined): string {
  if (!url || !URL.canParse(url)) return label
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return label
  return `[${label}](${href.replace(/[()<>'"`|\\*_\s]/g, percentEncode)})`
}

/** A Mermaid node's or edge's text, to stand between double quotes: everything but letters, digits and harmless marks as Mermaid's `#code;`. */
export function mermaidLabel(text: string, longest = 60): string {
  return spellInvisible(clip(text, longest).replace(/\s+/g, ' ').trim()).replace(
    /[^\p{L}\p{N} ./,+…·–-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  )
}

/** Cuts at code points and says so with `…`. */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${[...text.slice(0, longest * 2)].slice(0, longest - 1).join('')}…`
}

/** Control, format and bidirectional characters would change how the text around them reads; joiners are part of scripts. */
function spellInvisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029\u3164\uffa0\u115f\u1160]/gu, (character) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      return `⟨U+${code}⟩`
    })
}

const characterReference = (character: string): string => `&#${character.codePointAt(0)};`

const percentEncode = (character: string): string =>
  `%${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}`
