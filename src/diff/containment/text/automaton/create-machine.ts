import type { UnknownReason } from '../../types.js'
import { nodesOf, type PatternNode, sequence } from '../pattern/syntax.js'
import { type Alphabet, createAlphabet } from './alphabet.js'
import { createFormulaMachine } from './formula-machine.js'
import { type Machine, remember } from './machine.js'
import type { Meter } from './meter.js'
import { overCodePoints } from './over-code-points.js'
import { compileProgram, setsOf } from './program.js'
import { createSubsetMachine } from './subset-machine.js'

/** The automaton of a pattern, which is looked for anywhere in a text; or why there is none. */
export function createMachine(node: PatternNode, unicode: boolean, meter: Meter): Machine | UnknownReason {
  if (!isRegular(node)) return 'pattern'
  const alphabet = createAlphabet(setsOf(node))
  const machine = machineOver(node, alphabet, meter)
  if (!machine) return 'budget'
  return unicode ? machine : (overCodePoints(machine) ?? 'pattern')
}

function machineOver(node: PatternNode, alphabet: Alphabet, meter: Meter): Machine | undefined {
  const program = compileProgram(node)
  if (!program) return undefined
  const looksAround = program.places.some(({ kind }) => ['ahead', 'behind', 'boundary'].includes(kind))
  const machine = looksAround
    ? createFormulaMachine(program, alphabet, meter, (body) =>
        machineOver(sequence([body, { kind: 'edge', edge: 'end' }]), alphabet, meter),
      )
    : createSubsetMachine(program, alphabet, meter)
  return machine && remember(machine)
}

/** A look-behind that itself looks at what comes next would have to wait for it. */
function isRegular(root: PatternNode): boolean {
  for (const node of nodesOf(root)) {
    if (node.kind === 'reference') return false
    if (node.kind !== 'look' || node.direction === 'ahead') continue
    for (const inner of nodesOf(node.body)) {
      if (inner.kind === 'boundary' || (inner.kind === 'edge' && inner.edge === 'end')) return false
      if (inner.kind === 'look' && inner.direction === 'ahead') return false
    }
  }
  return true
}
