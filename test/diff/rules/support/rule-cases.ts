import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceSpan } from '../../../../src/diagnostic/index.js'
import type { DiffRule } from '../../../../src/diff/rule.js'
import { type ExampleParts, ordersContract } from '../../../../src/diff/rules/governance/example.js'
import { diffTexts } from '../../support/diff-texts.js'

/** Two versions, and what one rule finds between them. */
export interface RuleCase {
  readonly title: string
  /** What is put into a small contract about orders; as a text, the whole contract. */
  readonly before: ExampleParts | string
  readonly after: ExampleParts | string
  /** Default: 2026-01-01. */
  readonly today?: string
  /** Default: 0. */
  readonly grace?: number
  /** `level, category, name, position before → position after: message`. Other rules are left out. */
  readonly finds: readonly string[]
}

/** Runs the cases of rules, each in a file named after its rule; nothing may be found between a version and itself. */
export async function runCases(rules: readonly DiffRule[], folder: URL): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cases.ts'))
  it('are all here, and no others', () => {
    expect(names.sort()).toEqual(rules.map(({ name }) => `${name}.cases.ts`).sort())
  })
  for (const rule of rules) {
    const { cases } = (await import(new URL(`${rule.name}.cases.ts`, folder).pathname)) as {
      cases: readonly RuleCase[]
    }
    describe(rule.name, () => {
      it.each(cases)('$title', async (each) => {
        const [before, after] = [textOf(each.before), textOf(each.after)]
        expect(await findingsOf(rule, before, after, each)).toEqual(each.finds)
        expect(await findingsOf(rule, before, before, each)).toEqual([])
        expect(await findingsOf(rule, after, after, each)).toEqual([])
      })
    })
  }
}

/** The findings of one rule, each on a line. */
export async function findingsOf(
  { code }: DiffRule,
  before: string,
  after: string,
  { today = '2026-01-01', grace = 0 }: Pick<RuleCase, 'today' | 'grace'>,
): Promise<readonly string[]> {
  const { findings } = await diffTexts(before, after, { today, grace })
  return findings
    .filter((finding) => finding.code === code)
    .map((finding) => {
      const { level, category, rule, message, alsoReaches = [] } = finding
      const others = alsoReaches.length > 0 ? ` (and ${alsoReaches.map(({ id }) => id).join(', ')})` : ''
      return `${level} ${category} ${rule} ${at(finding.before)} → ${at(finding.after)}: ${message}${others}`
    })
}

function textOf(version: ExampleParts | string): string {
  return typeof version === 'string' ? version : ordersContract(version)
}

function at(span: SourceSpan | undefined): string {
  return span ? `${span.line}:${span.column}` : '-'
}
