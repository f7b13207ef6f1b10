import { describe, expect, test } from 'vitest'
import type { Contract, Operation } from '../../../src/contract/model/index.js'
import type { Edit } from '../../../src/diff/edit/edit.js'
import { createFindings } from '../../../src/diff/finding/create-findings.js'
import type { Direction, Finding, Level } from '../../../src/diff/report.js'
import type { DiffRule } from '../../../src/diff/rule.js'

const shared = { at: { document: 'a.yaml', pointer: '/components/schemas/Base' } }

const operations = new Map(
  ['read', 'write'].map((id) => [id, { kind: 'http', id, method: 'post', path: `/${id}` } as unknown as Operation]),
)

interface Told {
  readonly operation: string
  readonly direction: Direction
  readonly level: Level
}

/** One word of the contract that has changed, as it is met from several places; what it means there is decided already. */
function findingsOf(places: readonly Told[], rule: Partial<DiffRule> = {}): readonly Finding[] {
  const edits = places.map(({ operation: id, direction, level }) => {
    const operation = operations.get(id)
    const place = {
      pointer: `/${id}/${direction}`,
      direction,
      operation: { after: operation },
      before: shared,
      after: shared,
    }
    return {
      node: 'schema',
      field: 'title',
      action: 'changed',
      key: 'schema.title:changed',
      from: 'a',
      to: 'b',
      place,
      level,
    }
  })
  const judging = {
    code: 'TK3999',
    name: 'renamed',
    category: 'structural',
    claims: ['schema.title:changed'],
    message: 'it is called otherwise',
    judge: (edit: unknown) => ({ level: (edit as Told).level, params: {} }),
    ...rule,
  } as unknown as DiffRule
  const contract = { version: '1.0.0' } as Contract
  const context = { base: contract, head: contract, today: '2026-01-01', grace: 0 }
  const spans = () => []
  return createFindings(edits as unknown as readonly Edit[], [judging], context, {
    levels: new Map(),
    base: spans,
    head: spans,
  })
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ level, rule, pointer, operation, alsoReaches = [] }) => [
    `${level} ${rule} ${pointer}`,
    ...[operation, ...alsoReaches].map((reached) => reached?.id),
  ])

describe('one fact is told once', () => {
  const harmless = { operation: 'read', direction: 'request', level: 'info' } as const
  const harmful = { operation: 'write', direction: 'request', level: 'breaking' } as const

  test('with the most severe of its levels, first of the operation that has it', () => {
    const expected = [['breaking renamed /write/request', 'write', 'read']]
    expect(told(findingsOf([harmless, harmful]))).toEqual(expected)
    expect(told(findingsOf([harmful, harmless]))).toEqual(expected)
  })

  test('for both directions, when the rule says the same of both', () => {
    const answered = { operation: 'read', direction: 'response', level: 'warning' } as const
    expect(told(findingsOf([harmless, answered]))).toEqual([['warning renamed /read/response', 'read']])
  })

  test('for each direction, when the rule tells them apart', () => {
    const answered = { operation: 'read', direction: 'response', level: 'info' } as const
    expect(told(findingsOf([harmless, answered], { directional: true }))).toEqual([
      ['info request-renamed /read/request', 'read'],
      ['info response-renamed /read/response', 'read'],
    ])
  })
})
