import { type LoadOptions, loadContract } from '../../../../src/contract/index.js'
import { diffContracts, type Finding, type LoadedContract } from '../../../../src/diff/index.js'
import type { JsonObject } from '../../../../src/util/own.js'
import type { Mutant } from './mutant.js'

/** What is wrong with the answer to a mutant; undefined when nothing is. `skipped`: it is no contract without errors. */
export type Fault = 'skipped' | 'missed' | 'false alarm' | 'unnoticed' | 'misplaced' | 'without witness'

export interface Judged {
  readonly fault?: Fault
  readonly lines: readonly string[]
}

/** `options` are those that the contract itself is loaded with. */
export async function judgeMutant(mutant: Mutant, options: LoadOptions = {}): Promise<Judged> {
  const [before, after] = mutant.versions()
  // As the command does it: what both say is read once.
  const head = await loadDocument(after, { ...options, isTold })
  const base = await loadDocument(before, { ...options, isTold, ...(head && { beside: head }) })
  if (!base || !head) return { fault: 'skipped', lines: [] }
  const { findings } = diffContracts(base, head, {
    today: '2026-01-01',
    sources: { base: 'before.json', head: 'after.json' },
  })
  const fault = faultOf(mutant, findings)
  const lines = findings.map(({ level, rule, pointer, message }) => `${level} ${rule} [${pointer}] ${message}`)
  return { ...(fault && { fault }), lines }
}

const isTold = (code: string): boolean => /^TK1[04]/.test(code)

function faultOf({ expected, names, needsWitness }: Mutant, findings: readonly Finding[]): Fault | undefined {
  const breaks = findings.filter(({ level }) => level === 'breaking')
  if (expected === 'silent') return findings.length > 0 ? 'false alarm' : undefined
  if (findings.length === 0) return expected === 'breaking' ? 'missed' : 'unnoticed'
  if (expected === 'not breaking') return breaks.length > 0 ? 'false alarm' : undefined
  if (breaks.length === 0) return 'missed'
  if (!breaks.some((finding) => isThere(finding, names))) return 'misplaced'
  const shown = breaks.every(({ witness }) => witness !== undefined && 'value' in witness)
  return needsWitness && !shown ? 'without witness' : undefined
}

function isThere({ operation, pointer }: Finding, names: Mutant['names']): boolean {
  if (names.member !== undefined && !pointer.includes(names.member.replaceAll('~', '~0').replaceAll('/', '~1')))
    return false
  if (names.operation === undefined || operation === undefined) return names.operation === undefined
  return !('method' in operation) || `${operation.method} ${operation.path}` === names.operation
}

/** Undefined: it has errors. */
export async function loadDocument(document: JsonObject, options: LoadOptions): Promise<LoadedContract | undefined> {
  const loaded = await loadContract('-', { ...options, stdin: () => JSON.stringify(document), validation: 'never' })
  return loaded.contract && !loaded.diagnostics.some(({ severity }) => severity === 'error')
    ? (loaded as LoadedContract)
    : undefined
}
