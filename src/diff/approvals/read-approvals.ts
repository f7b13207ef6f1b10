import { dirname } from 'node:path'
import { createProblems } from '../../contract/problem.js'
import { openSources, type SourceOptions, type Sources } from '../../contract/source/index.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { isIsoDate } from '../../util/iso-date.js'
import { child } from '../../util/json-pointer.js'
import { fields, list, oneOf, type Shape, type ShapeReport, text, type ValuePath } from '../../util/shape.js'
import type { Category } from '../report.js'
import { nearRule, ruleNames } from '../rule-names.js'
import type { Approval } from './approval.js'

export interface ReadApprovals {
  /** Empty with an error among the diagnostics: half of the approvals would be a report that nobody understands. */
  readonly approvals: readonly Approval[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file of approvals as contracts are read: the same limits, and a position for every mistake. */
export function readApprovals(path: string, cwd: string): Promise<ReadApprovals> {
  return read(path, { cwd, root: dirname(path) })
}

/** Reads what is to become such a file. */
export function readApprovalsText(text: string, cwd: string): Promise<ReadApprovals> {
  return read('-', { cwd, root: cwd, stdin: () => text })
}

async function read(argument: string, options: SourceOptions): Promise<ReadApprovals> {
  const problems = createProblems()
  const sources = await openSources(argument, options, problems)
  const diagnostics = problems.resolve(sources)
  // A file with comments only is one that nothing was added to yet.
  const isBlank = diagnostics.every(({ code }) => code === 'TK1004' || code === 'TK1009')
  if (!sources) return { approvals: [], diagnostics: isBlank ? [] : diagnostics }
  return readEntries(sources, [...diagnostics])
}

function readEntries(sources: Sources, diagnostics: Diagnostic[]): ReadApprovals {
  const { id, file, value } = sources.root
  const spanOf = (path: ValuePath, part: 'key' | 'value') =>
    sources.span({ document: id, pointer: path.reduce<string>(child, '') }, part)
  const report: ShapeReport = {
    refuse(path, expected, help) {
      const place = path.length === 0 ? 'the document' : `\`${path.join('.')}\``
      diagnostics.push(diagnostic('TK3910', { file, place, expected }, { span: spanOf(path, 'value'), help }))
    },
    unknownKey(path, help) {
      diagnostics.push(diagnostic('TK3911', { file, key: path.join('.') }, { span: spanOf(path, 'key'), help }))
    },
  }
  const before = diagnostics.length
  const entries = fileShape(value, [], report)?.approvals ?? []
  if (diagnostics.length > before) return { approvals: [], diagnostics }
  const approvals = entries.map((entry, index) => ({ ...entry, span: spanOf(['approvals', index], 'value') }))
  return { approvals, diagnostics }
}

const date: Shape<string> = (value, path, report) => {
  if (typeof value === 'string' && isIsoDate(value)) return value
  report.refuse(path, 'a day such as 2026-12-31')
  return undefined
}

const fingerprint: Shape<string> = (value, path, report) => {
  if (typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)) return value
  const help = typeof value === 'number' ? 'Quote it: without quotes YAML takes it for a number.' : undefined
  report.refuse(path, 'a fingerprint: 16 hexadecimal digits, in lower case', help)
  return undefined
}

const rule: Shape<string> = (value, path, report) => {
  if (typeof value === 'string' && ruleNames().has(value)) return value
  report.refuse(path, 'a rule or a code of `tenantkit diff`', typeof value === 'string' ? nearRule(value) : undefined)
  return undefined
}

const ticket: Shape<string> = (value, path, report) =>
  typeof value === 'number' ? String(value) : text(value, path, report)

const entryShape = fields({
  fingerprint: { shape: fingerprint },
  acknowledges: { shape: oneOf(['governance', 'security']) },
  rule: { shape: rule },
  pointer: { shape: text },
  category: { shape: oneOf(['structural', 'governance', 'security']) },
  contract: { shape: text },
  reason: { shape: text, required: true },
  owner: { shape: text, required: true },
  expires: { shape: date },
  ticket: { shape: ticket },
})

/** One entry; undefined when it is wrong, which has been reported then. */
const approval: Shape<Approval> = (value, path, report) => {
  const entry = entryShape(value, path, report)
  const has = (key: string): boolean => Object.hasOwn(value ?? {}, key)
  if (!entry) return undefined
  if (has('fingerprint') === has('rule')) {
    report.refuse(path, 'an object with either `fingerprint` or `rule`')
    return undefined
  }
  const beside = has('rule') ? ['acknowledges'] : ['pointer', 'category', 'contract']
  const stray = beside.filter(has)
  for (const key of stray) {
    report.unknownKey([...path, key], has('rule') ? 'It goes with `fingerprint`.' : 'It goes with `rule`.')
  }
  if (has('rule') && !has('pointer')) {
    report.refuse(
      path,
      'an object with `pointer`',
      'Say where the rule may be broken: `POST /orders/**`; `**` is everywhere.',
    )
  }
  const { reason, owner, expires, ticket: ticketOf } = entry
  if (reason === undefined || owner === undefined) return undefined
  const said = {
    reason,
    owner,
    ...(expires !== undefined && { expires }),
    ...(ticketOf !== undefined && { ticket: ticketOf }),
  }
  if (entry.fingerprint !== undefined) {
    const acknowledges: { acknowledges?: Category } = entry.acknowledges ? { acknowledges: entry.acknowledges } : {}
    return { kind: 'fingerprint', fingerprint: entry.fingerprint, ...acknowledges, ...said }
  }
  if (entry.rule === undefined || entry.pointer === undefined) return undefined
  const { rule: ruleOf, pointer, category = 'structural', contract } = entry
  return { kind: 'rule', rule: ruleOf, pointer, category, ...(contract !== undefined && { contract }), ...said }
}

/** `approvals:` with nothing below it is a list without entries. */
const entries: Shape<readonly Approval[]> = (value, path, report) =>
  value === null ? [] : list(approval)(value, path, report)

const fileShape = fields({ approvals: { shape: entries, required: true } })
