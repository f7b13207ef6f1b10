import type { Schema } from '../../contract/model/index.js'
import { emitField, type NodePair } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import type { NodeKind, NodeTypes } from '../edit/node-types.js'
import type { Wire } from '../wire/index.js'
import { below, type Walk } from './walk.js'

/** A schema in a field of its own: compared where it stands on both sides, else it came or went. */
export function walkSchema<Node extends NodeKind>(
  walk: Walk,
  node: Node,
  field: 'schema' | 'itemSchema' | 'payload' | 'headers',
  pair: NodePair<Node>,
  place: Place,
  wire?: Wire,
): void {
  const before = schemaOf(pair.before, field)
  const after = schemaOf(pair.after, field)
  if (before && after) {
    const at = below(place, field === 'schema' ? [] : field, { before, after })
    walk.schemas.compare(before, after, wire ? { ...at, wire } : at)
  } else if (after) emitField(walk, node, pair, field, { action: 'added', to: after }, place)
  else if (before) emitField(walk, node, pair, field, { action: 'removed', from: before }, place)
}

function schemaOf<Node extends NodeKind>(node: NodeTypes[Node], field: string) {
  return (node as Readonly<Record<string, unknown>>)[field] as Schema | undefined
}
