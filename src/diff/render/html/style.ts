/** The look of the page: type and space first, colour for what it means alone, lines where space is not enough. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fffefc;
  --ink: #1b1d21;
  --soft: #5a6069;
  --rule: #e3e1db;
  --well: #f6f4ef;
  --breaking: #b42318;
  --warning: #8a5200;
  --good: #19663b;
  --quiet: #4c5a6b;
  --link: #1f4f99;
  --gone: #fbe4e0;
  --come: #ddf1e2;
  --gone-mark: #f2b8b0;
  --come-mark: #a8dcb6;
  --target: #fff6d6;
  --code: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', 'Liberation Mono', Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --ink: #e7e5e0;
    --soft: #a3a9b2;
    --rule: #31353b;
    --well: #1e2125;
    --breaking: #ff9b8f;
    --warning: #efb866;
    --good: #82d29c;
    --quiet: #a9b7c8;
    --link: #9dc1ff;
    --gone: #3a2220;
    --come: #1d3325;
    --gone-mark: #6d3029;
    --come-mark: #2b5c3a;
    --target: #332d17;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto;
  padding: 3rem 1.5rem 4rem;
  max-width: 62rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', sans-serif;
  font-kerning: normal;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code, pre, .code, .place, .address { font-family: var(--code); font-size: 0.875em; }
pre { margin: 0; white-space: pre-wrap; line-height: 1.5; tab-size: 2; }
h1, h2, h3, h4, h5 { margin: 0; line-height: 1.25; font-weight: 600; text-wrap: balance; }
b { font-weight: 600; }
[hidden] { display: none !important; }

.top h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.6rem); letter-spacing: -0.018em; max-width: 24ch; }
.top p { margin: 0.75rem 0 0; color: var(--soft); max-width: 65ch; }
.top .alert { color: var(--breaking); }
.counts { display: flex; flex-wrap: wrap; gap: 1.25rem 2.5rem; margin: 2rem 0 0; padding: 0; list-style: none; }
.counts a, .counts span.count { display: block; color: var(--soft); text-decoration: none; font-size: 0.875rem; }
.counts a:hover { text-decoration: underline; }
.counts b { display: block; font-size: 1.75rem; line-height: 1.15; font-variant-numeric: tabular-nums; color: var(--ink); }
.counts .breaking b { color: var(--breaking); }
.counts .warning b { color: var(--warning); }
.counts .info b { color: var(--good); }

.filters { margin: 2.5rem 0 0; padding: 1rem 0; border-block: 1px solid var(--rule); font-size: 0.875rem; }
.filters form { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; align-items: baseline; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0.35rem 1rem; margin: 0; padding: 0; border: 0; min-width: 0; }
.filters legend { float: left; padding: 0; margin-right: 0.9rem; color: var(--soft); }
.filters label { display: inline-flex; gap: 0.4rem; align-items: center; cursor: pointer; }
.filters input[type='checkbox'] { margin: 0; width: 1rem; height: 1rem; accent-color: var(--link); }
.filters .search { flex: 1 1 14rem; gap: 0.75rem; }
.filters .search span { color: var(--soft); }
.filters input[type='search'] {
  flex: 1; min-width: 0; padding: 0.35rem 0.6rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--soft); border-radius: 4px;
}
.filters output { color: var(--soft); margin-left: auto; }
.filters button { font: inherit; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline; text-underline-offset: 0.15em; }

.contract { margin-top: 3.5rem; }
.contract > h2 { font-size: 1.375rem; letter-spacing: -0.01em; }
.contract > h2 .version { font-weight: 400; color: var(--soft); }
.contract > .files { margin: 0.35rem 0 0; color: var(--soft); font-size: 0.875rem; }
.contract > .semver { margin: 0.75rem 0 0; }
.contract > .semver.wrong { color: var(--breaking); }
.contract > .counted { margin: 0.75rem 0 0; color: var(--soft); }
.group > h3 { margin-top: 2.5rem; font-size: 0.875rem; color: var(--soft); font-weight: 600; }
.group > h3 .number { font-weight: 400; margin-left: 0.25rem; }

.finding { margin-top: 1.25rem; padding: 1.25rem 0 0 1.75rem; border-top: 1px solid var(--rule); position: relative; }
.finding:target { background: var(--target); box-shadow: 0 0 0 0.75rem var(--target); }
.finding h4 { font-size: 1.0625rem; line-height: 1.4; text-wrap: pretty; }
.finding h4 code { font-size: 0.94em; }
.finding .mark { position: absolute; left: 0; width: 1.25rem; text-align: center; font-weight: 400; }
.finding.breaking .mark { color: var(--breaking); }
.finding.warning .mark { color: var(--warning); }
.finding.info .mark { color: var(--good); }
.finding.approved .mark { color: var(--quiet); }
.finding.info, .finding.approved { margin-top: 0.75rem; padding-top: 0.75rem; }
.finding.info h4, .finding.approved h4 { font-weight: 500; font-size: 1rem; }
.meta { display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; margin: 0.3rem 0 0; padding: 0; list-style: none; color: var(--soft); font-size: 0.875rem; }
.meta .operation { color: var(--ink); }
.meta a { color: inherit; text-decoration-color: var(--rule); }
.meta a:hover { text-decoration-color: currentColor; }
.places { margin: 0.35rem 0 0; color: var(--soft); font-size: 0.875rem; }
.places a, .side h5 a { color: inherit; }
.fix, .approval, .undecided { margin: 0.9rem 0 0; max-width: 68ch; }
.fix b, .approval b, .undecided b, .reaches b { margin-right: 0.5rem; }
.undecided b { color: var(--warning); }

.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; margin-top: 1rem; }
.side h5 { font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
.side h5 .version, .side h5 .place { font-weight: 400; }
.side h5 .place { display: block; }
.side pre { margin-top: 0.35rem; font-size: 0.8125rem; }
.side .line { display: block; padding: 0 0.5rem 0 3.25rem; text-indent: -3.25rem; color: var(--soft); }
.side .line.changed { color: var(--ink); }
.side.before .changed { background: var(--gone); }
.side.after .changed { background: var(--come); }
.side .number { display: inline-block; width: 2.5rem; margin-right: 0.75rem; text-align: right; text-indent: 0; color: var(--soft); user-select: none; font-variant-numeric: tabular-nums; }
.side mark { color: inherit; border-radius: 2px; }
.side.before mark { background: var(--gone-mark); }
.side.after mark { background: var(--come-mark); }
.side .more, .side .absent { display: block; margin: 0.35rem 0 0; padding-left: 3.25rem; color: var(--soft); font-size: 0.8125rem; }
.side .absent { padding-left: 0; }

.witness { margin: 1rem 0 0; }
.witness figcaption { font-weight: 600; }
.witness pre { margin-top: 0.35rem; padding: 0.6rem 0.85rem; background: var(--well); border-radius: 4px; font-size: 0.8125rem; }
.witness .reason { margin: 0.35rem 0 0; }
.witness .now { margin: 0.8rem 0 0; font-weight: 600; }
.finding.breaking .reason { color: var(--breaking); }
.reaches { margin: 0.9rem 0 0; }
.reaches ul { display: inline-flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; margin: 0; padding: 0; list-style: none; }
details.reaches ul { display: flex; margin-top: 0.35rem; }
summary { cursor: pointer; color: var(--soft); width: fit-content; }
summary:hover { color: var(--ink); }
.approve { margin-top: 0.9rem; font-size: 0.875rem; }
.approve p { margin: 0.6rem 0 0.35rem; }
.approve pre { padding: 0.6rem 0.85rem; background: var(--well); border-radius: 4px; }

.aside ul { margin: 0.5rem 0 0; padding-left: 1.25rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: 0.8125rem; }
footer p { margin: 0.25rem 0 0; }

@media (max-width: 44rem) {
  body { padding: 1.75rem 1rem 3rem; }
  .sides { grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
  .finding { padding-left: 1.5rem; }
  .counts { gap: 1rem 1.75rem; }
  .filters output { margin-left: 0; }
  .filters form { gap: 1rem; }
  .filters fieldset { width: 100%; }
  .filters legend { float: none; margin-bottom: 0.25rem; }
}
@media (min-width: 84rem) {
  body:has(.filters:not([hidden])) {
    display: grid; grid-template-columns: 13rem minmax(0, 60rem); column-gap: 3.5rem; max-width: 80rem; align-items: start;
  }
  .top, main, footer { grid-column: 2; }
  .filters { grid-column: 1; grid-row: 2; position: sticky; top: 2rem; border: 0; margin-top: 3.5rem; padding: 0.25rem 0 0; }
  .filters form, .filters fieldset { flex-direction: column; gap: 0.4rem; }
  .filters form { gap: 1.5rem; align-items: stretch; }
  .filters legend { float: none; margin-bottom: 0.4rem; }
  .filters .search { flex: none; flex-direction: column; align-items: stretch; gap: 0.4rem; }
  .filters output { margin-left: 0; }
  main { grid-row: 2; }
}
@media print {
  :root {
    --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --well: #f4f4f4; --link: #000;
    --breaking: #8c1c13; --warning: #6b4000; --good: #14532d; --quiet: #444;
    --gone: #f7e3e0; --come: #e1f1e5; --gone-mark: #eab5ad; --come-mark: #aedbba; --target: transparent;
  }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .filters, .approve { display: none; }
  .finding { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`
