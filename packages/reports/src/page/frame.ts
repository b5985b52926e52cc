import { filterScript, filterStyle, scriptSource } from './filter.ts'
import { type Content, html, verbatim } from './markup.ts'
import { pageStyle } from './style.ts'

/** What every page has around what it tells. */
export interface Frame {
  readonly title: string
  /** What makes the page, such as `tidemark page`. */
  readonly generator: string
  /** A line below the title. */
  readonly about: Content
  /** Where the first link leads those who do not want to pass through the top of the page. */
  readonly skipTo: { readonly id: string; readonly title: string }
  /** What the page adds to the look of all. */
  readonly style: string
  readonly main: Content
  readonly footer: Content
  /** Whether `main` has a `renderFilter`, whose script is then the one that may run. */
  readonly isFiltered: boolean
}

/** One HTML file that asks nothing of any network, and says so to the browser: a policy in its head refuses everything else. */
export function renderFrame({ title, generator, about, skipTo, style, main, footer, isFiltered }: Frame): string {
  const script = isFiltered ? ` script-src ${scriptSource};` : ''
  const policy = `default-src 'none'; style-src 'unsafe-inline';${script} base-uri 'none'; form-action 'none'`
  return `<!doctype html>
${
  html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="generator" content="${generator}"><title>${title}</title><style>${verbatim(pageStyle)}${isFiltered && verbatim(filterStyle)}${verbatim(style)}</style></head>
<body><a class="skip" href="#${skipTo.id}">Skip to the ${skipTo.title}</a><header><div class="brand" aria-hidden="true"><svg width="26" height="20" viewBox="0 0 26 20"><path d="M1 6c4-4 8-4 12 0s8 4 12 0M1 12c4-4 8-4 12 0s8 4 12 0M1 18h24"/></svg></div><div><h1>${title}</h1><p class="muted">${about}</p></div></header>
${main}
<footer class="muted"><p>${footer}</p></footer>${isFiltered && filterScript()}</body></html>`.text
}
`
}
