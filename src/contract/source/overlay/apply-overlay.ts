import { escapeToken } from '../../../util/json-pointer.js'
import type { JsonValue } from '../../../util/own.js'
import type { Origin } from '../../model/index.js'
import type { Problems } from '../../problem.js'
import type { Limits } from '../limits.js'
import type { Draft } from './draft.js'
import { evaluateQuery, tokensTo } from './jsonpath/evaluate.js'
import { kindOf } from './kind.js'
import { measure } from './measure.js'
import { mergeInto } from './merge.js'
import type { Provenance } from './provenance.js'
import type { Action, Overlay, Path } from './read-overlay.js'

/** What overlays work on. */
export interface Overlaid {
  readonly draft: Draft
  readonly provenance: Provenance
  readonly problems: Problems
  readonly limits: Limits
  /** How many values overlays may still add to the document. */
  nodesLeft: number
}

/** Applies the actions of an overlay, each to the result of the one before. */
export function applyOverlay(overlay: Overlay, overlaid: Overlaid): void {
  for (const action of overlay.actions) {
    if (overlaid.nodesLeft > 0) applyAction(action, overlaid)
  }
}

function applyAction({ target, change, at }: Action, overlaid: Overlaid): void {
  const targets = select(target, overlaid)
  if (!targets) return
  if (targets.length === 0) {
    overlaid.problems.report('TK1401', { target: target.text }, { at: target.at })
  } else if (change.kind === 'remove') {
    remove(targets, target, overlaid)
  } else if (isUniform(targets, target, overlaid)) {
    const source = change.kind === 'update' ? { value: change.value, at: change.at } : copied(change.source, overlaid)
    if (!source || !hasRoom(source.value, targets, at, overlaid)) return
    for (const { tokens } of targets) mergeInto(overlaid, tokens, source, change.kind === 'update' ? change.at : at)
  }
}

interface Selected {
  readonly tokens: readonly string[]
  readonly value: JsonValue
}

/** The nodes that a path selects, each once. */
function select(path: Path, { draft, limits, problems }: Overlaid): readonly Selected[] | undefined {
  const nodes = evaluateQuery(path.query, draft.value(), limits.querySteps)
  if (nodes === 'too-costly') {
    problems.report('TK1407', { path: path.text }, { at: path.at })
    return undefined
  }
  const selected = new Map<string, Selected>()
  for (const node of nodes) {
    const tokens = tokensTo(node)
    selected.set(pointerOf(tokens), { tokens, value: node.value })
  }
  return [...selected.values()]
}

/** What `copy` selects, with where each part of it stands. */
function copied(path: Path, overlaid: Overlaid) {
  const nodes = select(path, overlaid)
  const [node] = nodes ?? []
  if (!nodes || !node || nodes.length > 1) {
    if (nodes) overlaid.problems.report('TK1411', { path: path.text, count: nodes.length }, { at: path.at })
    return undefined
  }
  // From now on it stands in two places.
  overlaid.draft.share()
  return { value: node.value, mark: overlaid.provenance.get(node.tokens) }
}

function isUniform(targets: readonly Selected[], target: Path, { problems }: Overlaid): boolean {
  const [first, second] = new Set(targets.map(({ value }) => kindOf(value)))
  if (first === undefined || second === undefined) return true
  problems.report('TK1410', { target: target.text, first, second }, { at: target.at })
  return false
}

/** Copies of copies double with each action, so what is added counts as if it were written out. */
function hasRoom(value: JsonValue, targets: readonly Selected[], at: Origin, overlaid: Overlaid): boolean {
  const { limits, problems } = overlaid
  const size = measure(value, Math.floor(overlaid.nodesLeft / targets.length), limits.depth)
  const deepest = targets.reduce((most, { tokens }) => Math.max(most, tokens.length), 0)
  if (size.height + deepest > limits.depth) problems.report('TK1015', { limit: limits.depth }, { at })
  else if (size.isBeyond) {
    problems.report('TK1016', { limit: limits.nodes }, { at })
    // Nothing more is applied: it could only tell the same again.
    overlaid.nodesLeft = 0
  } else {
    overlaid.nodesLeft -= size.nodes * targets.length
    return true
  }
  return false
}

/** Removes members one by one, and the items of each array at once, what lies deepest first. */
function remove(targets: readonly Selected[], target: Path, { draft, provenance, problems }: Overlaid): void {
  const byParent = new Map<string, { readonly tokens: readonly string[]; readonly names: string[] }>()
  for (const { tokens } of targets) {
    const name = tokens.at(-1)
    if (name === undefined) {
      problems.report('TK1414', {}, { at: target.at })
      return
    }
    const parent = tokens.slice(0, -1)
    const key = pointerOf(parent)
    const known = byParent.get(key)
    if (known) known.names.push(name)
    else byParent.set(key, { tokens: parent, names: [name] })
  }
  const parents = [...byParent.values()].sort((before, after) => after.tokens.length - before.tokens.length)
  for (const { tokens, names } of parents) {
    const container = draft.edit(tokens)
    if (Array.isArray(container)) {
      const indexes = new Set(names.map(Number))
      provenance.removeItems(tokens, indexes, container.length)
      let next = 0
      container.forEach((item, index) => {
        if (!indexes.has(index)) container[next++] = item
      })
      container.length = next
    } else {
      for (const name of names) {
        Reflect.deleteProperty(container, name)
        provenance.removeMember(tokens, name)
      }
    }
  }
}

function pointerOf(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('')
}
