import { createAutomaton } from './automaton.js'
import { backtrackingCost } from './cost.js'
import { type Node, parsePattern } from './parse.js'
import { accepts } from './run.js'

/** A pattern of the contract, safe on any text. */
export interface TextPattern {
  test(text: string): boolean
}

/** Steps of backtracking that are let happen. */
const affordable = 1e7

/** Longer texts are never walked: they violate a pattern that could take long. */
const longestWalked = 100_000

/** The same for patterns with lookaheads, each of which walks the text again. */
const longestWithAhead = 2_000

/**
 * A pattern of the contract, unanchored as JSON Schema has it. It is read with the flag `u`; one that is valid only
 * without (`\-` outside a class) is read as browsers do. One that is invalid in both ways accepts every text: generation
 * warned of it.
 *
 * The engine backtracks, and some patterns make that take longer than anybody waits. So it is asked only about texts that
 * are short enough for the pattern; on others an automaton is walked, which takes time in proportion to the text. Where a
 * pattern needs more than an automaton (back references, lookbehind), longer texts violate it.
 */
export function pattern(source: string): TextPattern {
  const unicode = compiled(source, 'u')
  const engine = unicode ?? compiled(source, '')
  if (!engine) return { test: () => true }
  const tree = unicode && parsePattern(source)
  const cost = tree ? backtrackingCost(tree) : costOfUnread(source)
  if (cost <= 1) return engine
  const longest = cost === Number.POSITIVE_INFINITY ? 0 : Math.floor(affordable ** (1 / cost))
  let walk: ((text: string) => boolean) | undefined
  return {
    test(text) {
      if (text.length <= longest) return engine.test(text)
      walk ??= walkerOf(tree, engine)
      return walk(text)
    },
  }
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** Texts up to this length are given to the engine where there is no automaton, whatever the pattern. */
const longestBlind = 25

function walkerOf(tree: Node | undefined, engine: RegExp): (text: string) => boolean {
  const automaton = tree && createAutomaton(tree)
  if (!automaton) return (text) => text.length <= longestBlind && engine.test(text)
  const longest = automaton.states.some(({ kind }) => kind === 'ahead') ? longestWithAhead : longestWalked
  return (text) => text.length <= longest && accepts(automaton, text)
}

/** Of a pattern that could not be read: by the number of its repetitions. */
function costOfUnread(source: string): number {
  const plain = source.replace(/\\[^]/g, 'a').replace(/\[[^\]]*\]/g, 'a')
  if (/[*+}]\??\)+[*+{]/.test(plain) || /\\[1-9k]/.test(source)) return Number.POSITIVE_INFINITY
  return 1 + (plain.match(/[*+{]/g)?.length ?? 0)
}
