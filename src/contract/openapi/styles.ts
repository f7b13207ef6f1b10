import type { Parameter, ParameterStyle } from '../model/index.js'
import { below, type Node, nameOf, type Reading } from './reading.js'

const styles: Readonly<Record<Parameter['in'], readonly ParameterStyle[]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  querystring: ['form'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
}

/** The declared style, or the default of the place: the first of its list. */
export function readStyle(reading: Reading, node: Node, place: Parameter['in']): ParameterStyle {
  const [fallback = 'form'] = styles[place]
  const declared = nameOf(reading, node, 'style')
  if (declared === undefined) return fallback
  const allowed = styles[place].find((style) => style === declared)
  if (allowed && (allowed !== 'cookie' || reading.version === '3.2')) return allowed
  reading.problems.report('TK1119', { style: declared, place, used: fallback }, { at: below(node.at, 'style') })
  return fallback
}

/** `form` and `cookie` send each item of a list by itself, all others the list as one. */
export function explodesByDefault(style: ParameterStyle): boolean {
  return style === 'form' || style === 'cookie'
}
