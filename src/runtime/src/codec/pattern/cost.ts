import type { Node } from './parse.js'

/**
 * How the time that backtracking may take grows with the length of the text: the power of a polynomial, or infinity where
 * repetitions are nested. An upper bound; most patterns do better.
 */
export function backtrackingCost(tree: Node): number {
  const inside = costOf(tree)
  // A pattern that may begin anywhere is tried everywhere.
  return startsAtStart(tree) ? inside : inside + 1
}

function costOf(node: Node): number {
  switch (node.kind) {
    case 'one':
    case 'at':
      return 0
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + costOf(part), 0)
    case 'choice':
      return Math.max(...node.options.map(costOf))
    case 'ahead':
      return costOf(node.of)
    case 'repeat':
      return repeatCost(node)
  }
}

function repeatCost({ of, max }: Extract<Node, { kind: 'repeat' }>): number {
  const inside = costOf(of)
  if (max <= 1) return inside
  // What is repeated and can itself be read in several ways multiplies with every round.
  if (inside > 0 || isAmbiguous(of)) return Number.POSITIVE_INFINITY
  return max > 10 ? 1 : 0
}

/** Alternatives or options below, which a repetition would combine. */
function isAmbiguous(node: Node): boolean {
  switch (node.kind) {
    case 'one':
    case 'at':
    case 'ahead':
      return false
    case 'choice':
      return true
    case 'sequence':
      return node.parts.some(isAmbiguous)
    case 'repeat':
      return node.min !== node.max || isAmbiguous(node.of)
  }
}

function startsAtStart(node: Node): boolean {
  if (node.kind === 'at') return node.place === 'start'
  if (node.kind === 'choice') return node.options.every(startsAtStart)
  return node.kind === 'sequence' && node.parts[0] !== undefined && startsAtStart(node.parts[0])
}
