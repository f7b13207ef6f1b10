import { emptyNode, type ParsedPattern, type PatternNode } from './syntax.js'

/** Larger counts are given up. */
const smallCount = 16

/**
 * A pattern that finds at least what the given one finds: a reference finds whatever its group might have captured, large counts
 * are left open. Undefined when that is not so simple.
 */
export function widen({ node, groups }: ParsedPattern): PatternNode | undefined {
  return visit(node, false)

  function visit(one: PatternNode, isInGroup: boolean): PatternNode | undefined {
    switch (one.kind) {
      case 'sequence': {
        const items = all(one.items, isInGroup)
        return items && { kind: 'sequence', items }
      }
      case 'choice': {
        const options = all(one.options, isInGroup)
        return options && { kind: 'choice', options }
      }
      case 'repeat': {
        const body = visit(one.body, isInGroup)
        const most = one.most > smallCount ? Infinity : one.most
        return body && { kind: 'repeat', body, least: Math.min(one.least, smallCount), most }
      }
      case 'look': {
        // What must not be found has to be found less often; such a condition is dropped.
        const body = one.negated ? undefined : visit(one.body, isInGroup)
        return body ? { ...one, body } : emptyNode
      }
      case 'reference': {
        const group = groups.get(one.group)
        // Groups that refer to groups could grow without end.
        const body = isInGroup || !group ? undefined : visit(group, true)
        return body && { kind: 'choice', options: [emptyNode, body] }
      }
      default:
        return one
    }
  }

  function all(nodes: readonly PatternNode[], isInGroup: boolean): readonly PatternNode[] | undefined {
    const found: PatternNode[] = []
    for (const one of nodes) {
      const wide = visit(one, isInGroup)
      if (!wide) return undefined
      found.push(wide)
    }
    return found
  }
}
