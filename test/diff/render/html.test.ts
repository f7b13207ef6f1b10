import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { renderReport } from '../../../src/diff/render/index.js'
import type { Finding } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  classRaised,
  emptyRun,
  eventsReport,
  fullRun,
  hostileTexts,
  linesOf,
  ordersReport,
  patternUnknown,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'

const render = (run: DiffRun, options = {}): string => renderReport('html', run, { ...plainContext, ...options })
const article = (finding: Finding, options = {}): string =>
  /<article[^]*<\/article>/.exec(render(runOf({ ...ordersReport, findings: [finding] }), options))?.[0] ?? ''
const heading = (run: DiffRun): string | undefined => /<h1>(.*)<\/h1>/.exec(render(run))?.[1]

describe('html', () => {
  it('shows a finding with both sides, the payload, its reason, the fix and how to approve it', () => {
    expect(article(becameRequired, { linesOf })).toBe(
      `<article class="finding breaking" id="3f2a9c0d1e2f3a4b" data-level="breaking" data-category="structural" data-direction="request">
<h4><span class="mark" aria-hidden="true">✖</span> <code>sku</code> became required</h4>
<ul class="meta">
<li class="operation"><code>POST /orders</code></li>
<li>breaking</li>
<li>request</li>
<li><span class="code">TK3012</span> request-property-became-required</li>
<li><a class="address" href="#3f2a9c0d1e2f3a4b" aria-label="Link to 3f2a9c0d1e2f3a4b">3f2a9c0d1e2f3a4b</a></li>
</ul>

<div class="sides">
<section class="side before">
<h5>Before <span class="version">1.4.0</span> <span class="place">contracts/orders@1.4.0.yaml:4:7</span></h5>
<pre><span class="line"><span class="number">2</span>schemas:
</span><span class="line"><span class="number">3</span>  NewOrder:
</span><span class="line changed"><span class="number">4</span>    required: [quantity]
</span></pre>
</section>
<section class="side after">
<h5>After <span class="version">1.5.0</span> <span class="place">contracts/orders.openapi.yaml:5:7</span></h5>
<pre><span class="line"><span class="number">3</span># what a customer sends
</span><span class="line"><span class="number">4</span>NewOrder:
</span><span class="line changed"><span class="number">5</span>  required: [quantity<mark>, sku</mark>]
</span></pre>
</section>
</div>
<figure class="witness">
<figcaption>This request was accepted and is refused now</figcaption>
<pre>{&quot;quantity&quot;: 1}</pre>
<p class="reason">must have required property &#39;sku&#39;</p>
</figure>
<p class="fix"><b>Fix</b> give it a default on the server, or make it optional until 2.0.0</p>
<div class="reaches"><b>Also reaches</b><ul><li><code>PUT /orders/{id}</code></li><li><code>POST /orders/bulk</code></li></ul></div>
<details class="approve"><summary>Let it pass</summary>
<p>Write an approval, with the reason and who answers for it:</p>
<pre>tenantkit diff contracts/orders@1.4.0.yaml contracts/orders.openapi.yaml --approve 3f2a9c0d1e2f3a4b --reason &#39;why it may pass&#39; --owner &#39;who answers for it&#39; --expires YYYY-MM-DD</pre>
<p>or add it to <code>.tenantkit/approvals.yaml</code> by hand:</p>
<pre>- fingerprint: 3f2a9c0d1e2f3a4b # request-property-became-required, POST /orders/request/application~1json/properties/sku
  reason: why it may pass
  owner: who answers for it
  expires: YYYY-MM-DD</pre>
</details>
</article>`,
    )
  })

  it('names the places where there are no lines, and the category that an approval must acknowledge', () => {
    const shown = article(classRaised)
    expect(shown).toContain(
      '<p class="places"><span class="place">contracts/orders@1.4.0.yaml:14:9</span> → <span class="place">contracts/orders.openapi.yaml:15:9</span></p>',
    )
    expect(shown).toContain('--approve 7777000011112222 --acknowledge security --reason')
    expect(shown).toMatch(/- fingerprint: &#39;7777000011112222&#39; # .*\n {2}acknowledges: security\n/)
  })

  it('says what is not decided, and shows a compatible change in brief', () => {
    expect(article(patternUnknown)).toContain(
      '<p class="undecided"><b>Not decided</b> neither proved compatible nor shown to break: a pattern with look-around or a back-reference</p>',
    )
    expect(article(propertyAdded, { linesOf })).not.toContain('class="side')
  })

  it('cuts a minified document to what is around the position, and a long part to its first lines', () => {
    const line = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`
    const file = 'orders.json'
    const one = { ...becameRequired, after: { file, line: 1, column: 5001, endLine: 1, endColumn: 5005 } }
    expect(article(one, { linesOf: () => [line] })).toContain(`…${'x'.repeat(50)}HERE${'y'.repeat(146)}…`)
    const { before: _, ...added } = becameRequired
    const many: Finding = { ...added, after: { file, line: 3, column: 1, endLine: 100, endColumn: 9 } }
    const numbered = (_file: string, first: number, last: number): string[] =>
      Array.from({ length: last - first + 1 }, (_line, index) => `line ${first + index}`)
    const shown = article(many, { linesOf: numbered })
    expect(shown).toContain(
      '<span class="number">10</span>line 10\n</span><span class="more">90 more lines</span></pre>',
    )
  })

  it('shows what a change only stands in by its first lines, unmarked', () => {
    const after = { file: 'contracts/orders.openapi.yaml', line: 2, column: 1, endLine: 8, endColumn: 9 }
    const shown = article({ ...becameRequired, after }, { linesOf })
    expect(shown).toContain(`<pre><span class="line"><span class="number">2</span>schemas:
</span><span class="line"><span class="number">3</span>  # what a customer sends
</span><span class="more">5 more lines</span></pre>`)
    expect(shown.match(/class="line changed"/g)?.length).toBe(1)
  })

  it('links places and rules to pages of the web, and to nothing else', () => {
    const rule = { name: 'x', summary: 'x', why: 'x' }
    const linked = article(becameRequired, {
      ruleOf: () => ({ ...rule, page: 'https://docs.example.com/a?b="c"' }),
      linkTo: ({ file, line }: { file: string; line: number }) => `https://forge.example.com/${file}#L${line}`,
    })
    expect(linked).toContain('<a href="https://docs.example.com/a?b=&quot;c&quot;" rel="noreferrer">')
    expect(linked).toContain('<a href="https://forge.example.com/contracts/orders.openapi.yaml#L5" rel="noreferrer">')
    const hostile = article(becameRequired, {
      ruleOf: () => ({ ...rule, page: 'javascript:alert(1)' }),
      linkTo: () => 'data:text/html,x',
    })
    expect(hostile.match(/href="[^#]/)).toBe(null)
  })

  it.each([
    ['3 changes break Orders', runOf(ordersReport)],
    ['4 changes break 2 of 5 contracts', fullRun],
    ['Nothing breaks in Order events', runOf(eventsReport)],
    ['Nothing breaks in 2 contracts', runOf(eventsReport, unchangedReport)],
    ['No changes in Status', runOf(unchangedReport)],
    ['No changes in 2 contracts', runOf(unchangedReport, unchangedReport)],
    ['Nothing was compared', emptyRun],
  ])('gives the verdict first: %s', (verdict, run) => {
    expect(heading(run)).toBe(verdict)
  })

  it('says that it is not the whole answer when something could not be read', () => {
    const diagnostics = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    expect(render({ ...emptyRun, diagnostics })).toContain(
      '<p class="alert">1 error while reading: this is not the whole answer.</p>',
    )
  })

  it('has ids that are there once, though the same change is in two contracts', () => {
    const ids = [...render(runOf(ordersReport, ordersReport)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('3f2a9c0d1e2f3a4b--2')
  })

  it('allows its own style and script and nothing else', () => {
    const page = render(fullRun)
    const policy = /content="(default-src [^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'")
    const hash = (element: string): string => {
      const [, text = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page) ?? []
      return createHash('sha256').update(text).digest('base64')
    }
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/\sstyle=|\son\w+=|https?:/)
  })

  it.each(Object.entries(hostileTexts))('is the same markup whatever the texts say: %s', (name, hostile) => {
    const options = { linesOf: () => [hostile] }
    const page = render(runWith(hostile), options)
    // Of commands that nobody can type only the entry is left.
    if (name !== 'long') expect(tags(page)).toEqual(tags(render(runWith('x'), options)))
    expect(page).not.toMatch(/(?![\n\t])[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u)
    expect(page.length).toBeLessThan(200_000)
  })

  it('gives the same page each time', () => {
    expect(render(fullRun, { linesOf })).toBe(render(structuredClone(fullRun), { linesOf }))
  })
})

/** Elements in their order, but for `code` and `mark`, which depend on what a text says. */
function tags(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z0-9]+)/g)].map(([, name = '']) => name).filter((name) => !/code$|mark$/.test(name))
}
