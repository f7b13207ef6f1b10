import { readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import type { SourceSpan } from '../../../../src/diagnostic/index.js'
import { type Polarity, polarityOf } from '../../../../src/diff/edit/edit.js'
import type { Finding } from '../../../../src/diff/index.js'
import type { DiffRule } from '../../../../src/diff/rule.js'
import { exampleContract } from '../../../../src/diff/rules/example-contract.js'
import { type ExampleParts, ordersContract } from '../../../../src/diff/rules/governance/example.js'
import { diffTexts } from '../../support/diff-texts.js'

/** Two versions, and what one rule finds between them. */
export interface RuleCase {
  readonly title: string
  /** What is put into a small contract about orders; as a text, the whole contract. */
  readonly before: Version
  readonly after: Version
  /** Default: 2026-01-01. */
  readonly today?: string
  /** Default: 0. */
  readonly grace?: number
  /** `level, category, name, position before → position after: message`. Other rules are left out. */
  readonly finds: readonly string[]
  /** The value of each finding as JSON, or why there is none. Default: not looked at. */
  readonly witnesses?: readonly (string | undefined)[]
  /** What is advised with each finding. Default: not looked at. */
  readonly helps?: readonly (string | undefined)[]
}

type Version = ExampleParts | SchemaParts | string

/** The payloads of `POST /orders`. */
type SchemaParts = Parameters<typeof exampleContract>[0] &
  ({ readonly request: string } | { readonly response: string })

export interface CaseOptions {
  /** Whether the cases of a rule must make every edit that it claims, and both polarities, do something. Default: false. */
  readonly complete?: boolean
}

/** Runs the cases of rules, each in a file named after its rule; nothing may be found between a version and itself. */
export async function runCases(
  rules: readonly DiffRule[],
  folder: URL,
  { complete = false }: CaseOptions = {},
): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cases.ts'))
  it('are all here, and no others', () => {
    expect(names.sort()).toEqual(rules.map(({ name }) => `${name}.cases.ts`).sort())
  })
  for (const rule of rules) {
    const { cases } = (await import(new URL(`${rule.name}.cases.ts`, folder).pathname)) as {
      cases: readonly RuleCase[]
    }
    describe(rule.name, () => {
      const met = meetings(rule)
      it.each(cases)('$title', async (each) => {
        const [before, after] = [textOf(each.before), textOf(each.after)]
        const findings = await ownFindings(rule, before, after, each)
        expect(findings.map(lineOf)).toEqual(each.finds)
        if (each.witnesses) expect(findings.map(witnessOf)).toEqual(each.witnesses)
        if (each.helps) expect(findings.map(({ help }) => help)).toEqual(each.helps)
        expect(await findingsOf(rule, before, before, each)).toEqual([])
        expect(await findingsOf(rule, after, after, each)).toEqual([])
      })
      if (complete)
        it('meets all that it claims', () => {
          expect([...met.keys].sort()).toEqual([...rule.claims].sort())
          expect([...met.polarities].sort()).toEqual(['input', 'output'])
        })
    })
  }
}

/** The edits that the rule has something to say about, from now on. */
function meetings(rule: DiffRule): { readonly keys: ReadonlySet<string>; readonly polarities: ReadonlySet<Polarity> } {
  const [keys, polarities] = [new Set<string>(), new Set<Polarity>()]
  const judge = rule.judge.bind(rule)
  vi.spyOn(rule, 'judge').mockImplementation((edit, context) => {
    const judged = judge(edit, context)
    if (judged !== undefined) {
      keys.add(edit.key)
      if (edit.place.direction) polarities.add(polarityOf(edit.place.direction))
    }
    return judged
  })
  return { keys, polarities }
}

type Circumstances = Pick<RuleCase, 'today' | 'grace'>

/** The findings of one rule, each on a line. */
async function findingsOf(
  rule: DiffRule,
  before: string,
  after: string,
  circumstances: Circumstances,
): Promise<readonly string[]> {
  return (await ownFindings(rule, before, after, circumstances)).map(lineOf)
}

async function ownFindings(
  { code }: DiffRule,
  before: string,
  after: string,
  { today = '2026-01-01', grace = 0 }: Circumstances,
): Promise<readonly Finding[]> {
  const { findings } = await diffTexts(before, after, { today, grace })
  return findings.filter((finding) => finding.code === code)
}

function lineOf(finding: Finding): string {
  const { level, category, rule, message, alsoReaches = [] } = finding
  const others = alsoReaches.length > 0 ? ` (and ${alsoReaches.map(({ id }) => id).join(', ')})` : ''
  return `${level} ${category} ${rule} ${at(finding.before)} → ${at(finding.after)}: ${message}${others}`
}

function witnessOf({ witness }: Finding): string | undefined {
  if (witness === undefined) return undefined
  if ('raw' in witness) return witness.raw
  return 'unknown' in witness ? `unknown: ${witness.unknown}` : JSON.stringify(witness.value)
}

export function textOf(version: Version): string {
  if (typeof version === 'string') return version
  return 'request' in version || 'response' in version ? exampleContract(version) : ordersContract(version)
}

function at(span: SourceSpan | undefined): string {
  return span ? `${span.line}:${span.column}` : '-'
}
