/** The look of windows in a row, and of an effect between its bounds. */
export const windowsStyle = `.strip { display: flex; flex-wrap: wrap; gap: 6px; list-style: none; padding: 0 } .strip li { border: 1px solid var(--rule); border-radius: 6px; padding: 3px 9px; font-size: 13px } .strip li[aria-current] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink) } .strip .badge { display: block }
.bounds { display: block; overflow: visible; margin-top: 4px } .bounds .track { stroke: var(--rule); stroke-width: 2 } .bounds .limit { stroke: var(--muted); stroke-dasharray: 2 3 } .bounds .whisker { stroke-width: 3; opacity: .8 }`

/** What a page of drift adds to the look of all pages. */
export const driftStyle = `
.reference { fill: color-mix(in srgb, var(--muted) 26%, var(--paper)); stroke: none }
.current { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round } .current-bar, .dot-current { fill: var(--accent) }
.key.reference { background: color-mix(in srgb, var(--muted) 40%, var(--paper)) } .key.current { background: var(--accent) }
${windowsStyle}
.callout h2 .badge { font-size: 18px } .columns { margin-top: 12px } .key.reference { margin-left: 0 }
.changed { padding-left: 20px } .changed li { margin: 3px 0 }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(460px, 100%), 1fr)); gap: 22px; align-items: start }
article.column { margin: 0; padding: 14px 16px 8px; border: 1px solid var(--rule); border-radius: 8px; background: var(--raised); min-width: 0; scroll-margin-top: 70px }
article.column > header { display: flex; flex-wrap: wrap; gap: 0 10px; align-items: baseline; border: 0; padding: 0; margin: 0 0 8px } article.column > header h3 { overflow-wrap: anywhere; min-width: 0 } article.column > header .badge { margin-left: auto }
.distribution figcaption { color: var(--muted) } .judged { margin-top: 12px; font-size: 14px } .judged h4 { display: block; font-size: 13px; color: var(--muted) } .judged figure { margin-top: 8px }
.levels table { table-layout: fixed } .levels th, .levels td { border: 0; padding: 2px 8px 2px 0; vertical-align: middle } .levels th { font-weight: 400; overflow: hidden; text-overflow: ellipsis; width: 30% } .levels .number { width: 19%; font-size: 13px }
article.column details { border: 0; font-size: 14px } article.column .facts { grid-template-columns: minmax(0, 1fr) max-content; margin-top: 6px } article.column .facts dd { text-align: right }
@media (max-width: 720px) { `
