import { windowsStyle } from '../drift-page/style.ts'

/** What a page of a validation adds to the look of all pages: tables that a phone shows row by row. */
export const validationStyle = `
.callout h2 .badge { font-size: 18px } .changed { padding-left: 20px } .changed li { margin: 3px 0; overflow-wrap: anywhere }
section > h3 { overflow-wrap: anywhere }
.stack tbody th, .stack td { white-space: normal } .stack tbody th, .stack .free { overflow-wrap: anywhere } .stack tbody th { font-weight: 400; min-width: 150px } .stack .number { white-space: nowrap }
.checks tbody th { width: 26% } .checks .place { display: block; font-size: 13px } tr:target { background: var(--soft); box-shadow: -8px 0 0 var(--soft), 8px 0 0 var(--soft) }
tr[id] { scroll-margin-top: 70px } .share rect { fill: var(--muted) } .share { display: block; margin: 3px 0 3px auto; background: var(--soft) }
${windowsStyle}
section + p { margin-top: 16px } .effects .drawn { min-width: 200px } .effects .free { min-width: 220px } section > .strip, section > .strip + .scroll { margin-top: 8px }
section > p + .scroll { margin-top: 8px } section > p { margin-top: 8px }
@media (max-width: 720px) { tr[id] { scroll-margin-top: 8px } .stack, .stack caption, .stack tbody, .stack tr, .stack th, .stack td { display: block } .stack thead { display: none } .stack tr { border-bottom: 1px solid var(--rule); padding: 9px 0 }
 .stack tbody th, .stack td { border: 0; padding: 1px 0; min-width: 0; width: auto } .stack tbody th { font-weight: 600 } .stack .number { text-align: left }
 .share { margin-left: 0 } .effects .drawn { padding-bottom: 6px } .stack td { position: relative; padding-left: 104px } .stack td::before { content: attr(data-label); position: absolute; left: 0; width: 96px; color: var(--muted); font-size: 13px } }
`
