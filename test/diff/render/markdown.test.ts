import { describe, expect, it } from 'vitest'
import { renderReport, renderStepSummary } from '../../../src/diff/render/index.js'
import type { DiffReport, Finding } from '../../../src/diff/report.js'
import type { DiffRun } from '../../../src/diff/run.js'
import {
  becameRequired,
  classRaised,
  emptyRun,
  eventsReport,
  fullRun,
  hostileTexts,
  limitLowered,
  ordersReport,
  patternUnknown,
  plainContext,
  propertyAdded,
  runOf,
  runWith,
  unchangedReport,
} from './support.js'

const render = (run: DiffRun, options = {}): string => renderReport('markdown', run, { ...plainContext, ...options })
const orders = (...findings: readonly Finding[]): DiffRun => runOf({ ...ordersReport, findings })

describe('markdown', () => {
  it('gives the verdict, a table, and folds payload, fix and approval away', () => {
    const { approval: _, ...rest } = ordersReport.findings[3]!
    const approved: Finding = { ...rest, approval: { reason: 'nobody calls it', owner: 'checkout' } }
    expect(render(orders(becameRequired, patternUnknown, approved))).toBe(`<!-- tenantkit-diff:diff -->
### ✖ 3 changes break Orders

\`contracts/orders@1.4.0.yaml\` → \`contracts/orders.openapi.yaml\`

**1.5.0 is declared a minor change; this needs 2.0.0.**

|  | Change | Operation | Where |
| --- | --- | --- | --- |
| ✖ breaking | \`sku\` became required | \`POST /orders\` and 2 more | \`contracts/orders.openapi.yaml:5\` |
| ▲ warning | the pattern of \`note\` changed | \`GET /orders/{id}\` | \`contracts/orders.openapi.yaml:18\` |
| ○ approved | \`DELETE /orders/{id}\` was removed: nobody calls it (checkout) | \`DELETE /orders/{id}\` | was \`contracts/orders@1.4.0.yaml:20\` |

<details><summary>✖ <code>sku</code> became required</summary>

\`TK3012\` request-property-became-required · \`POST /orders\`, \`PUT /orders/{id}\`, \`POST /orders/bulk\` · \`contracts/orders@1.4.0.yaml:4:7\` → \`contracts/orders.openapi.yaml:5:7\`

**This request was accepted and is refused now:**

\`\`\`json
{"quantity": 1}
\`\`\`

**Because:** must have required property 'sku'

**Fix:** give it a default on the server, or make it optional until 2.0.0

**Let it pass** with a reason:

\`\`\`sh
tenantkit diff contracts/orders@1.4.0.yaml contracts/orders.openapi.yaml --approve 3f2a9c0d1e2f3a4b --reason 'why it may pass' --owner 'who answers for it' --expires YYYY-MM-DD
\`\`\`

or add it to \`.tenantkit/approvals.yaml\` by hand:

\`\`\`yaml
- fingerprint: 3f2a9c0d1e2f3a4b # request-property-became-required, POST /orders/request/application~1json/properties/sku
  reason: why it may pass
  owner: who answers for it
  expires: YYYY-MM-DD
\`\`\`

</details>

<details><summary>▲ the pattern of <code>note</code> changed</summary>

\`TK3050\` response-schema-changed · \`GET /orders/{id}\` · \`contracts/orders.openapi.yaml:18:9\`

**Not decided:** neither proved compatible nor shown to break: a pattern with look-around or a back-reference

</details>

✔ 14 compatible changes, 3 refactorings without any effect (proved)

**?** 1 changed schema was neither proved compatible nor shown to break

<sub>tenantkit 0.1.0 diff</sub>
`)
  })

  it('has a section for each contract with findings, and names the others', () => {
    const small = { ...fullRun, reports: [eventsReport, unchangedReport] }
    expect(render(small)).toBe(`<!-- tenantkit-diff:diff -->
### ✖ 1 change breaks 1 of 4 contracts

#### Order events 2.0.0 → 2.1.0

\`git:main:contracts/order-events.asyncapi.yaml\` → \`contracts/order-events.asyncapi.yaml\`

|  | Change | Operation | Where |
| --- | --- | --- | --- |
| ▲ governance | the retention of \`OrderPlaced\` went from 30d to 365d | \`send orders.placed\` | \`contracts/order-events.asyncapi.yaml:31\` |

#### Legacy 3.2.1 → gone

\`contracts/legacy.yaml\`

|  | Change | Operation | Where |
| --- | --- | --- | --- |
| ✖ breaking | \`Legacy\` is gone |  | was \`git:main:contracts/legacy.yaml:1\` |

<details><summary>✖ <code>Legacy</code> is gone</summary>

\`TK3000\` contract-removed · \`git:main:contracts/legacy.yaml:1:1\`

**Fix:** keep it until its users have moved

**Let it pass:** add it to \`.tenantkit/approvals.yaml\` by hand:

\`\`\`yaml
- fingerprint: '4545454545454545' # contract-removed, 
  reason: why it may pass
  owner: who answers for it
  expires: YYYY-MM-DD
\`\`\`

</details>

✔ 1 compatible change

✔ No findings: \`contracts/status.yaml\`

New: \`contracts/returns.yaml\`

Approvals without effect:

- the approval of request-&#42; POST /orders/&#42;&#42; by checkout expired on 2026-01-01: pilot
- the approval of ffff&#8203;0000ffff0000 by order-management approves nothing any more: moved to v2 \`.tenantkit/approvals.yaml:7:3\`

While reading:

- \`TK1305\` \`x-tenant-scop\` is not part of the vocabulary and has no effect \`contracts/orders.openapi.yaml:3:1\`

<sub>tenantkit 0.1.0 diff</sub>
`)
  })

  it.each([
    ['### ✔ No changes in Status', runOf(unchangedReport)],
    ['### ✔ No changes in 2 contracts', runOf(unchangedReport, unchangedReport)],
    ['### ▲ Nothing breaks in Order events', runOf(eventsReport)],
    ['### ✔ Nothing was compared', emptyRun],
  ])('says what there is to say: %s', (heading, run) => {
    expect(render(run).split('\n')[1]).toBe(heading)
  })

  it('says that it is not the whole answer when something could not be read', () => {
    const diagnostics = fullRun.diagnostics.map((problem) => ({ ...problem, severity: 'error' as const }))
    expect(render({ ...emptyRun, diagnostics })).toContain(
      '\n\n**1 error while reading: this is not the whole answer.**\n\n',
    )
  })

  it('is found again by its mark, which ends nothing', () => {
    expect(render(emptyRun, { marker: 'orders.v1' }).split('\n')[0]).toBe('<!-- tenantkit-diff:orders.v1 -->')
    expect(render(emptyRun, { marker: 'a --> b' }).split('\n')[0]).toBe('<!-- tenantkit-diff:a-----b -->')
  })

  it('links places and rules to pages of the web, and to nothing else', () => {
    const rule = { name: 'x', summary: 'x', why: 'x' }
    const shown = render(orders(becameRequired), {
      ruleOf: () => ({ ...rule, page: 'https://docs.example.com/a_(b)' }),
      linkTo: ({ file, line }: { file: string; line: number }) => `https://forge.example.com/${file} |x#L${line}`,
    })
    expect(shown).toContain(
      '| [`contracts/orders.openapi.yaml:5`](https://forge.example.com/contracts/orders.openapi.yaml%20%7Cx#L5) |',
    )
    expect(shown).toContain('[`TK3012` request-property-became-required](https://docs.example.com/a%5F%28b%29)')
    const hostile = render(orders(becameRequired), {
      ruleOf: () => ({ ...rule, page: 'javascript:alert(1)' }),
      linkTo: () => '//evil.example',
    })
    expect(hostile).not.toContain('](')
  })

  it('folds the rows of a long table', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...limitLowered, message: `change ${index}` }))
    const shown = render(orders(...many))
    const [table = '', fold = ''] = shown.split('<details><summary>and 5 more rows</summary>\n\n')
    expect(table.match(/^\| ✖/gm)?.length).toBe(15)
    expect(fold.split('\n</details>')[0]?.match(/^\| ✖/gm)?.length).toBe(5)
  })

  it('has compatible changes when asked to', () => {
    expect(render(orders(propertyAdded))).not.toContain('weight')
    expect(render(orders(propertyAdded), { showInfo: true })).toContain('| ✔ compatible | `weight` was added |')
  })

  it('leaves out whole findings where there is no room, the least severe first, and says how many', () => {
    const warnings = Array.from({ length: 40 }, (_, index) => ({ ...patternUnknown, message: `warning ${index}.` }))
    const breaks = Array.from({ length: 100 }, (_, index) => ({ ...becameRequired, message: `break ${index}.` }))
    const run = runOf(
      { ...eventsReport, findings: warnings },
      { ...ordersReport, findings: breaks.slice(0, 30) },
      { ...ordersReport, findings: breaks.slice(30) },
    )
    const shown = render(run)
    expect(Buffer.byteLength(shown)).toBeLessThan(65_536)
    expect(Buffer.byteLength(shown)).toBeGreaterThan(62_000)
    const kept = [...shown.matchAll(/^\| ✖ breaking \| (break \d+\.) /gm)].map(([, name]) => name)
    expect(kept).toEqual(breaks.slice(0, kept.length).map(({ message }) => message))
    expect([...shown.matchAll(/<summary>✖ (break \d+\.)<\/summary>/g)].map(([, name]) => name)).toEqual(kept)
    expect(shown).not.toContain('warning 0.')
    expect(shown).toContain(
      `**${140 - kept.length} more findings**, ${100 - kept.length} of them breaking, have no room here. The whole report has them: \`--format html\`.`,
    )
    const summary = renderStepSummary(run, plainContext)
    expect(summary).toContain('warning 39.')
    expect(summary).not.toContain('no room here')
    expect(summary.startsWith('### ✖ ')).toBe(true)
  })

  it('keeps below the limit of a summary, too', () => {
    const message = 'x'.repeat(390)
    const findings = Array.from({ length: 2000 }, () => ({ ...classRaised, message }))
    const summary = renderStepSummary(runOf({ ...ordersReport, findings }), plainContext)
    expect(Buffer.byteLength(summary)).toBeLessThan(1_000_000)
    expect(summary).toMatch(/\*\*\d+ more findings\*\*, \d+ of them breaking, have no room here\./)
  })

  it.each(Object.entries(hostileTexts))('is the same document whatever the texts say: %s', (name, hostile) => {
    const showInfo = { showInfo: true }
    const shown = render(runWith(hostile), showInfo)
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u)
    expect(Buffer.byteLength(shown)).toBeLessThan(65_536)
    // Of commands that nobody can type only the entry is left.
    if (name !== 'long') expect(skeleton(shown)).toEqual(skeleton(render(runWith('x'), showInfo)))
  })

  it('neither mentions nor references anybody', () => {
    const hostile = '@everyone #1 GH-2 org/repo#3 :tada: www.evil.example https://evil.example me@evil.example 0123abc'
    const shown = outsideCode(render(runWith(hostile)))
    expect(shown).not.toMatch(/[@#](?=\w)(?!8203;)|GH-\d|:tada|www\.|https?:\/\/|\b[0-9a-f]{7,40}\b/)
    expect(shown).toContain('@&#8203;everyone')
  })

  it('gives the same text each time', () => {
    expect(render(fullRun)).toBe(render(structuredClone(fullRun)))
  })

  it('is judged the same by the report and by its parts', () => {
    const broken: DiffReport = { ...ordersReport, summary: { ...ordersReport.summary, breaking: 1 } }
    expect(render(runOf(broken))).toContain('### ✖ 1 change breaks Orders\n')
  })
})

/** A document without its texts: blocks, cells, elements and emphasis, read as GitHub Flavored Markdown has them. */
function skeleton(markdown: string): readonly string[] {
  return blocks(markdown).map((line) =>
    line === fence
      ? line
      : withoutCode(line)
          .replace(/&#\d+;/g, 'x')
          .replace(/\\[!-/:-@[-`{-~]/g, 'x')
          .replace(/(?<!^)[^<>|*[\]`]+(?=[<>|*[\]`]|$)/g, ' x ')
          .replace(/x(?:\s*x)*/g, 'x'),
  )
}

function outsideCode(markdown: string): string {
  return blocks(markdown).map(withoutCode).join('\n')
}

const fence = '(fenced block)'

/** Lines, with each fenced block as one (CommonMark 0.31, 4.5). */
function blocks(markdown: string): readonly string[] {
  const lines: string[] = []
  let open: string | undefined
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}(?=[a-z]*$)/.exec(line)?.[0]
    if (open === undefined && ticks !== undefined) {
      open = ticks
      lines.push(fence)
    } else if (open === undefined) lines.push(line)
    else if (/^`+$/.test(line) && line.length >= open.length) open = undefined
  }
  expect(open).toBeUndefined()
  return lines
}

/** Code spans end at the first run of as many backticks (CommonMark 0.31, 6.1). */
function withoutCode(line: string): string {
  let rest = line
  let made = ''
  for (let at = rest.search(/`/); at >= 0; at = rest.search(/`/)) {
    const run = /^`+/.exec(rest.slice(at))?.[0] ?? ''
    const end = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest.slice(at + run.length))
    expect(end, `an open code span in ${line.slice(0, 300)}`).not.toBe(null)
    const inside = rest.slice(at + run.length, at + run.length + (end?.index ?? 0))
    if (line.startsWith('|')) expect(inside).not.toMatch(/[|\\]/)
    made += `${rest.slice(0, at)}x`
    rest = rest.slice(at + run.length + (end?.index ?? 0) + run.length)
  }
  return `${made}${rest}`.replace(/<code>(?:[\p{L}\p{N} ]|&#\d+;)*<\/code>/gu, 'x')
}
