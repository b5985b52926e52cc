import { clip, escapeHtml } from '../escape.ts'

/** HTML that is safe to be put in a page: made by `html` only, which escapes whatever is not markup already. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Content = Markup | string | number | false | null | undefined | readonly Content[]

/** Longest text of a user that is shown whole. */
const longest = 1200

/**
 * A template whose values are escaped for an element's content or a quoted attribute. Markup stays, lists are joined, and what
 * is false, null or undefined is nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => part + (i < values.length ? write(values[i]) : '')).join(''))
}

/** Text that is the page's own, such as its style. */
export const verbatim = (text: string): Markup => new Markup(text)

function write(value: Content): string {
  if (value === false || value === null || value === undefined) return ''
  if (value instanceof Markup) return value.text
  if (Array.isArray(value)) return value.map(write).join('')
  return escapeHtml(clip(String(value), longest))
}

/** A link, or its label alone where the address is not http(s). */
export function anchor(label: Content, url: string | undefined): Markup {
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return html`${label}`
  return html`<a href="${new URL(url).href}" rel="noreferrer">${label}</a>`
}
