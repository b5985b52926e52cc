/** The page's whole look: system fonts, figures of one width, two palettes that each keep 4.5 : 1 for text. */
export const pageStyle = `
:root { color-scheme: light dark;
  --paper: #fbfbf9; --raised: #ffffff; --ink: #1b1f24; --muted: #59616b; --rule: #dddfda; --soft: #eeefeb;
  --accent: #0b5f73; --good: #176639; --warn: #845200; --bad: #ae2418; --busy: #5a4bb0; --calm: #59616b; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #121518; --raised: #191d21; --ink: #e7e9ea; --muted: #a2abb4; --rule: #30363d; --soft: #22272c;
  --accent: #6cc3d5; --good: #72cb95; --warn: #e3b45c; --bad: #f58e83; --busy: #b2a6f5; --calm: #a2abb4; } }
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 1180px; padding: 0 20px 48px; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: break-word }
h1, h2, h3, h4, p, figure, dl, dd, ul { margin: 0 }
h1 { font-size: 20px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em }
h2 { font-size: 26px; line-height: 1.2; font-weight: 650; letter-spacing: -.015em }
h3 { font-size: 17px; font-weight: 650; letter-spacing: -.005em }
h4 { font-size: 15px; font-weight: 650; display: inline } h4 .muted { font-weight: 400 }
a { color: var(--accent); text-underline-offset: 2px } a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 40%, transparent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px }
code { font: .88em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace } code.long { overflow-wrap: anywhere }
.muted { color: var(--muted) } .small { font-size: 13px } .good { color: var(--good) } .warn { color: var(--warn) } .bad { color: var(--bad) } .busy { color: var(--busy) }
.skip { position: absolute; left: -999px } .skip:focus { left: 8px; top: 8px; background: var(--raised); padding: 6px 10px; z-index: 1 }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
header { display: flex; gap: 12px; align-items: center; padding: 18px 0 14px; border-bottom: 1px solid var(--rule); margin-bottom: 22px }
header p { font-size: 13px } .brand path { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round }
article + article, #models + article { margin-top: 56px; padding-top: 28px; border-top: 3px solid var(--rule) }
.bar-head { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; justify-content: space-between; margin-bottom: 14px }
nav { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 14px }
section { margin-top: 34px } section > h3 { border-bottom: 1px solid var(--rule); padding-bottom: 5px; margin-bottom: 12px }
.status { display: grid; grid-template-columns: repeat(auto-fit, minmax(215px, 1fr)); gap: 1px; background: var(--rule); border: 1px solid var(--rule); border-radius: 8px; overflow: hidden }
.card { background: var(--raised); padding: 14px 16px 15px; min-width: 0 } .card h3 { font-size: 13px; font-weight: 500; color: var(--muted); letter-spacing: 0 }
.value { font-size: 22px; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; margin: 2px 0 3px } .note { font-size: 13px; color: var(--muted) }
.mark { font-size: .72em; margin-right: 7px; position: relative; top: -.08em }
.card.good .mark { color: var(--good) } .card.warn .mark { color: var(--warn) } .card.bad .mark { color: var(--bad) } .card.busy .mark { color: var(--busy) } .card.calm .mark { display: none }
.card.warn .value { color: var(--warn) } .card.bad .value { color: var(--bad) }
.plain { list-style: none; padding: 0 } .note .badge { white-space: normal }
.badge { white-space: nowrap; font-size: 13px } .badge.good { color: var(--good) } .badge.warn { color: var(--warn) } .badge.bad { color: var(--bad) } .badge.busy { color: var(--busy) } .badge.calm { color: var(--muted) }
.callout { border-left: 3px solid; padding: 8px 12px; background: var(--soft); border-radius: 0 6px 6px 0; margin: 10px 0; color: var(--ink) }
.callout.good { border-color: var(--good) } .callout.bad { border-color: var(--bad) } .callout.warn { border-color: var(--warn) } .callout h2 { font-size: 17px } .callout ul { padding-left: 18px; margin-top: 6px }
.callout b { font-weight: 650 } .plain-weight { font-weight: 400 }
.scroll { overflow-x: auto; margin-top: 12px }
table { border-collapse: collapse; width: 100%; font-size: 14px } caption { text-align: left; color: var(--muted); font-size: 13px; padding-bottom: 5px }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); white-space: nowrap } th { font-weight: 600 }
thead th { font-weight: 500; font-size: 13px; color: var(--muted); vertical-align: bottom } th:last-child, td:last-child { padding-right: 0 }
.number { text-align: right; font-variant-numeric: tabular-nums } td.wide { white-space: normal; min-width: 230px }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(255px, 100%), 1fr)); gap: 22px 28px; margin-bottom: 8px }
figcaption { font-size: 13px; margin-bottom: 2px; overflow-wrap: anywhere } figcaption b { font-weight: 600 }
svg.chart { display: block; overflow: visible } svg text { fill: var(--muted); font-size: 11px } svg text.strong { fill: var(--ink); font-size: 12px; font-weight: 600 } svg text.small { fill: var(--ink); font-size: 11px }
.grid line { stroke: var(--soft) } .axis line { stroke: var(--rule) } .limits .grid line { stroke: var(--muted); stroke-dasharray: 2 3; opacity: .75 }
.trend { fill: none; stroke: var(--muted); stroke-width: 1; opacity: .55 } .weight { fill: none; stroke: var(--busy); stroke-width: 2 }
.whisker { stroke: currentColor; stroke-width: 1.25; opacity: .55 } .champion { fill: var(--paper); stroke: var(--muted); stroke-width: 1.25 }
.ring { display: inline-block; width: 8px; height: 8px; border: 1.25px solid var(--muted); border-radius: 50% }
.dot { stroke: var(--paper); stroke-width: 1.5 } .dot.good { fill: var(--good) } .dot.bad { fill: var(--bad) } .dot.busy { fill: var(--busy) } .dot.calm { fill: var(--muted) } .dot.warn { fill: var(--warn) }
.effect { color: var(--calm) } .effect.good { color: var(--good) } .effect.warn { color: var(--warn) } .effect.bad { color: var(--bad) } .effect text.mark { fill: currentColor; font-size: 10px } .effect.good text.mark { font-size: 9px }
.span.production { fill: var(--accent) } .span.canary { fill: var(--busy) } svg text.cross { fill: var(--bad); font-size: 12px; font-weight: 700 }
.key { display: inline-block; width: 18px; height: 9px; border-radius: 2px; margin: 0 3px 0 10px } figcaption .key:first-child { margin-left: 0 } .key.production { background: var(--accent) } .key.canary { background: var(--busy) } .key + .bad { margin-left: 10px }
figcaption > .bad { margin-left: 10px }
details { border-bottom: 1px solid var(--rule); padding: 9px 0 } details[open] { padding-bottom: 18px } summary { cursor: pointer; padding: 2px 0 } summary::marker { color: var(--muted) }
.sides { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 14px 40px; margin-top: 12px; align-items: start } .lineage .sides { grid-template-columns: 340px minmax(0, 1fr) }
.measure { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; font-size: 14px } .measure b { font-weight: 600 }
.bar { vertical-align: middle } .bar .track { fill: var(--soft); stroke: var(--rule) } .fill.good { fill: var(--good) } .fill.bad { fill: var(--bad) } .fill.busy { fill: var(--busy) }
.picture svg { display: block; max-width: 100%; height: auto } .box rect { fill: var(--raised); stroke: var(--rule) } .box.own rect { stroke: var(--accent); stroke-width: 1.5 } .box.live rect { stroke: var(--good); stroke-width: 1.5 }
.box text.title { fill: var(--ink); font-size: 12px; font-weight: 600 } .box text.digest { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 10.5px }
.arrow, .head { fill: none; stroke: var(--muted); stroke-width: 1.25 }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 5px 18px; font-size: 14px } .facts dt { color: var(--muted) } .facts dd { overflow-wrap: anywhere }
.filter { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 6px } .filter input { position: absolute; opacity: 0 }
.filter span { display: block; padding: 4px 11px; border: 1px solid var(--rule); border-radius: 999px; font-size: 13px; color: var(--muted); cursor: pointer } .filter input:checked + span { color: var(--paper); background: var(--ink); border-color: var(--ink) } .filter input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px }
${['versions', 'promotions', 'rollouts', 'drift'].map((kind) => `.events:has(input[value=${kind}]:checked) tr[data-kind]:not([data-kind=${kind}])`).join(', ')} { display: none }
footer { margin-top: 48px; border-top: 1px solid var(--rule); padding-top: 12px; font-size: 13px } .empty { padding: 40px 0 }
@media (max-width: 720px) { body { padding: 0 14px 32px } .sides, .lineage .sides { grid-template-columns: minmax(0, 1fr) } .facts { grid-template-columns: minmax(0, 1fr); gap: 0 } .facts dd { margin-bottom: 7px } h2 { font-size: 23px }  td.wide { min-width: 200px } .events .badge { white-space: normal }
 .multiples.small-charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18px 20px }
 .guardrails thead { display: none } .guardrails tr { display: grid; grid-template-columns: 1.3fr 1fr 1fr; border-bottom: 1px solid var(--rule); padding: 5px 0 } .guardrails th, .guardrails td { border: 0; padding: 2px 10px 2px 0; white-space: normal }
 .guardrails td[data-arm]::before { content: attr(data-arm); color: var(--muted); font-size: 13px; display: block }
 .guardrails td[data-label] { grid-column: 1 / -1; display: flex; gap: 8px; align-items: center } .guardrails td[data-label]::before { content: attr(data-label); color: var(--muted); font-size: 13px; width: 78px }
 .weeks thead, .happened thead { display: none } .weeks tr, .happened tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; border-bottom: 1px solid var(--rule); padding: 7px 0 } .weeks th, .weeks td, .happened td { border: 0; padding: 1px 0; white-space: normal; min-width: 0 }
 .weeks .wide { grid-column: 1 / -1 } .weeks td:last-child { text-align: right } .weeks .number { text-align: left; color: var(--muted); font-size: 13px } .weeks .number::after { content: " " attr(data-unit) }
 .happened td:nth-child(2) { grid-column: 1 / -1; grid-row: 2 } .happened td:nth-child(3) { grid-column: 1 / -1; grid-row: 3 } .happened td:nth-child(4) { grid-column: 2; grid-row: 1 }
 .status { grid-template-columns: minmax(0, 1fr) } }
@media print { :root { --paper: #fff; --raised: #fff } body { max-width: none; font-size: 11px } nav, .filter, .skip { display: none } section, figure, tr { break-inside: avoid } .scroll { overflow: visible } details:not([open])::details-content { content-visibility: visible; block-size: auto } a { color: inherit; text-decoration: none } }
`
