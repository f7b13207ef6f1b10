import type { HttpOperation, Parameter } from '../../contract/model/index.js'
import { compareNode, emitField, emitNode } from '../edit/compare-node.js'
import type { Place } from '../edit/edit.js'
import { languageChange, parameterWire } from '../wire/index.js'
import { pairBy } from './pair-by.js'
import { below, type Walk } from './walk.js'
import { walkValue } from './walk-contents.js'

type Pair<T> = { readonly before: T; readonly after: T }

/** Compares the parameters of an operation by what they send, wherever that stands in the list. */
export function walkParameters(walk: Walk, operations: Pair<HttpOperation>, place: Place, isMoved: boolean): void {
  const { added, removed, kept } = pairBy(
    namedParameters(operations.before, isMoved),
    namedParameters(operations.after, isMoved),
    ({ key, parameter }) => `${parameter.in} ${key}`,
  )
  const placeOf = (side: Partial<Pair<Parameter>>): Place => {
    const { in: where, name } = (side.after ?? side.before) as Parameter
    return below(place, ['parameters', where, name], side, { location: `${where} parameter \`${name}\`` })
  }
  // Another path has other parameters: that the operation moved says so.
  const told = ({ parameter }: NamedParameter): boolean => !isMoved || parameter.in !== 'path'
  const elsewhere = pairBy(removed.filter(told), added.filter(told), ({ parameter }) => parameter.name.toLowerCase())
  for (const { parameter } of elsewhere.removed)
    emitNode(walk, 'parameter', 'removed', parameter, placeOf({ before: parameter }))
  for (const { parameter } of elsewhere.added)
    emitNode(walk, 'parameter', 'added', parameter, placeOf({ after: parameter }))
  for (const { before, after } of elsewhere.kept) {
    const pair = { before: before.parameter, after: after.parameter }
    emitNode(walk, 'parameter', 'removed', pair.before, placeOf(pair), pair.after)
  }
  for (const { before, after } of kept) {
    const pair = { before: before.parameter, after: after.parameter }
    walkParameter(walk, operations, pair, placeOf(pair))
  }
}

function walkParameter(walk: Walk, operations: Pair<HttpOperation>, pair: Pair<Parameter>, place: Place): void {
  const isHeader = pair.after.in === 'header'
  compareNode(walk, 'parameter', pair, place, ['style', 'explode', ...(isHeader ? ['name'] : [])])
  const field = pair.before.content || pair.after.content ? undefined : languageChange(walk, pair)
  if (field === 'style') {
    const [from, to] = [pair.before.style, pair.after.style]
    emitField(walk, 'parameter', pair, 'style', { action: 'changed', from, to }, place)
  } else if (field === 'explode') {
    emitField(walk, 'parameter', pair, 'explode', { action: pair.after.explode ? 'set' : 'unset' }, place)
  }
  walkValue(walk, 'parameter', pair, place, () => parameterWire(walk, operations, pair, place.direction ?? 'request'))
}

interface NamedParameter {
  readonly key: string
  readonly parameter: Parameter
}

/** Parameters of the path are known by their position in it, counted from its end; header names in any case. */
function namedParameters({ parameters, path }: HttpOperation, isMoved: boolean): readonly NamedParameter[] {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name).reverse()
  return parameters.map((parameter) => {
    const position = parameter.in === 'path' && !isMoved ? names.indexOf(parameter.name) : -1
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name
    return { key: position < 0 ? name : `#${position}`, parameter }
  })
}
