import { reportStyle } from '../../../diff/index.js'

/**
 * The look of the catalog: that of the reports, whose paper, ink, type and findings it takes over, with a frame around it.
 * Colour says what a thing means and is never alone in saying so.
 */
export const catalogStyle = `${reportStyle}
:root { --tenant: #1f4f99; --cross: #8a3a00; --restricted: #b42318; --confidential: #8a5200; --tint: #eef3fb; }
@media (prefers-color-scheme: dark) {
  :root { --tenant: #9dc1ff; --cross: #ffb488; --restricted: #ff9b8f; --confidential: #efb866; --tint: #1c2533; }
}
body { max-width: 78rem; padding: 0 1.5rem 4rem; }
main { display: block; outline: none; }
h1 { font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.2rem); letter-spacing: -0.015em; margin-top: 2rem; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; letter-spacing: -0.01em; }
h3 { font-size: 1rem; margin-top: 1.75rem; }
.lead { font-size: 1.0625rem; max-width: 65ch; }
.soft, .facts, .where, .about { color: var(--soft); font-size: 0.875rem; }
.alert { color: var(--breaking); font-weight: 600; }
.made code { overflow-wrap: anywhere; }
.empty { margin-top: 2rem; color: var(--soft); }
.skip { position: absolute; left: -100vw; top: 0; padding: 0.5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: 0; }

.site { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: baseline; padding: 1rem 0; border-bottom: 1px solid var(--rule); }
.site .mark { color: var(--ink); font-weight: 600; text-decoration: none; }
.site .mark span { color: var(--soft); font-weight: 400; }
.site nav { flex: 1; }
.site nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.site nav a { display: inline-block; padding: 0.15rem 0; color: var(--soft); text-decoration: none; }
.site nav a:hover { color: var(--ink); text-decoration: underline; }
.site nav [aria-current] { color: var(--ink); box-shadow: 0 2px 0 var(--ink); }
.identity { margin: 0; color: var(--soft); font-size: 0.875rem; }
.trail { margin-top: 1.5rem; color: var(--soft); font-size: 0.875rem; }
.trail + h1 { margin-top: 0.35rem; }

button, .button {
  font: inherit; padding: 0.4rem 0.9rem; border: 1px solid var(--link); border-radius: 4px;
  background: var(--link); color: var(--paper); cursor: pointer; text-decoration: none;
}
button:hover { filter: brightness(1.1); }
button.quiet { padding: 0; border: 0; background: none; color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; font-size: inherit; }
button.danger { border-color: var(--breaking); background: none; color: var(--breaking); }
input, select, textarea {
  font: inherit; color: inherit; padding: 0.4rem 0.6rem; border: 1px solid var(--soft); border-radius: 4px;
  background: var(--paper); min-width: 0; max-width: 100%;
}
input, select, button { min-height: 2.5rem; }
button.quiet { min-height: 0; }
form label span { display: block; color: var(--soft); font-size: 0.8125rem; }
.search { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.75rem 1rem; align-items: end; margin: 1.5rem 0 2rem; }
.search .words { grid-column: 1 / -1; }
.search input, .search select { width: 100%; }
.search > a { align-self: center; }
.sign-in { display: grid; gap: 1rem; max-width: 32rem; margin-top: 1.5rem; justify-items: start; }
.sign-in label, .sign-in input { width: 100%; }
.sign-in p { margin: 0; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); gap: 0 2rem; margin: 0; padding: 0; list-style: none; }
.cards > li { padding: 1rem 0; border-top: 1px solid var(--rule); }
.cards h2 { margin: 0; font-size: 1.0625rem; }
.cards .namespace { color: var(--soft); font-weight: 400; }
.cards p { margin: 0.2rem 0 0; }
.cards .title { color: var(--ink); }
.version { font-variant-numeric: tabular-nums; }
.badges { display: flex; flex-wrap: wrap; gap: 0.35rem 0.75rem; margin: 0.5rem 0 0; padding: 0; list-style: none; font-size: 0.8125rem; }
.badges .number { color: var(--soft); }
.badge { display: inline-block; padding: 0 0.45rem; border: 1px solid currentColor; border-radius: 999px; font-size: 0.8125rem; line-height: 1.45; white-space: nowrap; max-width: 100%; overflow: hidden; text-overflow: ellipsis; vertical-align: middle; color: var(--quiet); }
.badge.tenant { color: var(--tenant); }
.badge.cross-tenant { color: var(--cross); }
.badge.restricted { color: var(--restricted); border-width: 2px; }
.badge.confidential { color: var(--confidential); }
.badge.none { border-style: dashed; color: var(--soft); }
.badge.published { color: var(--good); }
.badge.pending { color: var(--warning); }
.badge.rejected { color: var(--breaking); }
.outcome.passed { color: var(--good); }
.outcome.review { color: var(--warning); }
.outcome.refused { color: var(--breaking); font-weight: 600; }
.outcome.skipped { color: var(--soft); }
.hits { margin: 0; padding: 0; list-style: none; }
.hits li { padding: 0.75rem 0; border-top: 1px solid var(--rule); }
.hits p { margin: 0; }
.hits a { display: inline-block; padding: 0.15rem 0; max-width: 100%; overflow-wrap: anywhere; }
.hits .kind { color: var(--soft); font-size: 0.8125rem; }
.pages { display: flex; gap: 2rem; margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }

.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.5rem 0 0; padding: 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dt { color: var(--soft); font-size: 0.8125rem; }
.figures dd { margin: 0; font-size: 1.375rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures dd.text { font-size: 1rem; font-weight: 400; line-height: 1.65; }
.provenance { margin: 1rem 0 0; font-size: 0.875rem; }
.provenance div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.provenance dt { color: var(--soft); min-width: 6rem; }
.provenance dd { margin: 0; }
.tabs { display: flex; gap: 1.25rem; margin-top: 0.75rem; }
.tabs a { color: var(--soft); text-decoration: none; padding: 0.15rem 0; }
.tabs [aria-current] { color: var(--ink); box-shadow: 0 2px 0 var(--ink); }
.table { margin-top: 1rem; overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: baseline; padding: 0.45rem 1.25rem 0.45rem 0; border-bottom: 1px solid var(--rule); }
th, td { overflow-wrap: break-word; }
th code, td code { overflow-wrap: anywhere; }
th:has(code) { min-width: 13rem; }
thead th { color: var(--soft); font-weight: 400; font-size: 0.8125rem; white-space: nowrap; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td ul { margin: 0; padding-left: 1.1rem; }
.details { margin: 0.25rem 0 0; padding-left: 1.1rem; color: var(--soft); font-size: 0.875rem; }
.inline { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin-top: 1rem; }
.prose { max-width: 75ch; white-space: pre-line; overflow-wrap: anywhere; }
.required { color: var(--soft); font-size: 0.8125rem; font-weight: 400; }
.note { display: block; color: var(--soft); font-size: 0.875rem; overflow-wrap: anywhere; }
.links { columns: 22rem; margin-top: 0.75rem; padding-left: 1.1rem; }
.links li { padding: 0.15rem 0; }
.links code { overflow-wrap: anywhere; }
h1 code { font-size: 0.85em; overflow-wrap: anywhere; }
.reference iframe { width: 100%; height: 85vh; margin-top: 1rem; border: 1px solid var(--rule); background: #fff; }
.source { margin-top: 1rem; overflow-x: auto; border-block: 1px solid var(--rule); font-size: 0.8125rem; }
.source ol { margin: 0; padding: 0.5rem 0 0.5rem 5rem; }
.source li { white-space: pre; padding-left: 0.5rem; }
.source li::marker { color: var(--soft); }
.source .asked { background: var(--tint); }
.decide { display: grid; gap: 0.75rem; max-width: 40rem; margin-top: 1rem; }
.decide textarea { width: 100%; }
.decide .inline { margin: 0; }

.map-frame { margin-top: 1.5rem; overflow: auto; max-height: 70vh; border-block: 1px solid var(--rule); }
.map-frame.moves { overflow: hidden; touch-action: none; cursor: grab; }
.map-frame.moves svg { width: 100%; max-height: 70vh; }
.map-tools { display: flex; gap: 0.5rem; margin-top: 1.5rem; }
.map-tools + .map-frame { margin-top: 0.5rem; }
.map-tools button { background: none; color: var(--link); min-width: 2.5rem; }
.map { display: block; font: 13px/1 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif; }
.map .node rect { fill: var(--paper); stroke: var(--quiet); stroke-width: 1.5; }
.map .node.tenants rect { fill: var(--well); stroke-dasharray: 5 3; }
.map .node.consumer rect { fill: var(--well); }
.map .node.elsewhere rect { stroke-dasharray: 2 3; }
.map .node text { fill: var(--ink); }
.map .node .kind { fill: var(--soft); font-size: 11px; }
.map a:hover text:first-of-type { text-decoration: underline; }
.map a:focus-visible rect { stroke: var(--link); stroke-width: 3; }
.map marker path { fill: var(--quiet); }
.edge path { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
.edge.restricted path { stroke: var(--restricted); stroke-width: 4; }
.edge.confidential path { stroke: var(--confidential); stroke-width: 2.75; }
.edge.public path { stroke: var(--soft); stroke-width: 0.75; }
.edge.none path { stroke-dasharray: 3 4; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0.75rem 0 0; padding: 0; list-style: none; color: var(--soft); font-size: 0.8125rem; }
.share { white-space: nowrap; font-variant-numeric: tabular-nums; }
.share .whole { fill: var(--rule); }
.share .part { fill: var(--good); }

@media (max-width: 44rem) {
  body { padding: 0 1rem 3rem; }
  .site { gap: 0.35rem 1.25rem; }
  .site nav { order: 3; flex-basis: 100%; }
}
@media print {
  :root { --tenant: #000; --cross: #000; --restricted: #8c1c13; --confidential: #6b4000; --tint: #fff; }
  .site nav, .identity, .search, .pages, .skip, form { display: none; }
  .table { overflow: visible; }
}
`
