import type { Node } from '../node/index.js'

/** Asks for a value that all of the positive nodes accept and none of the negative ones. */
export interface Question {
  /** Read as what a producer sends: together they are closed over what they declare. See `View`. */
  readonly closed: readonly Node[]
  readonly open: readonly Node[]
  readonly not: readonly Node[]
}

/** The question in its only form, or undefined when it is plain that there is no such value. */
export function normalise(question: Question, everything: Node): Question | undefined {
  const closed = sorted(question.closed, everything)
  const open = sorted(question.open, everything)
  const not = sorted(question.not)
  if (not.includes(everything)) return undefined
  for (const node of [...closed, ...open]) if (node.kinds === 0 || not.includes(node)) return undefined
  return { closed, open, not: not.filter(({ kinds }) => kinds !== 0) }
}

export function questionKey({ closed, open, not }: Question): string {
  return `${ids(closed)}|${ids(open)}|${ids(not)}`
}

function sorted(nodes: readonly Node[], left?: Node): readonly Node[] {
  if (nodes.length < 2) return nodes[0] === left ? [] : nodes
  return [...new Set(nodes)].filter((node) => node !== left).sort((before, after) => before.id - after.id)
}

function ids(nodes: readonly Node[]): string {
  return nodes.map(({ id }) => id).join(' ')
}
