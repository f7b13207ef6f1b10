import { bitsOf, brokenNumber, type NumberFacet, wholeNumber } from '../node/index.js'
import { type NumberQuestion, numberHasFormat, solveNumber } from '../number/index.js'
import type { Clause } from './clause.js'
import type { Outcome } from './context.js'

/** A number that fulfils the clause. */
export function solveNumbers(clause: Clause): Outcome {
  const multiples: number[] = []
  const notMultiples: number[] = []
  const formats: string[] = []
  const notFormats: string[] = []
  const excluded = new Set<number>()
  let bits = clause.bits & bitsOf.number
  let bounds: Bounds = {}
  for (const { node } of clause.taken) if (node.number) add(node.number)
  for (const atom of clause.atoms) {
    if (atom.kind === 'number') add(atom.facet)
    else if (atom.kind === 'not-multiple') notMultiples.push(atom.of)
    else if (atom.kind === 'not-format') notFormats.push(atom.format)
    else if (atom.kind === 'whole') bits &= atom.is ? wholeNumber : brokenNumber
    else if (atom.kind === 'differs')
      for (const value of atom.values.values()) if (typeof value === 'number') excluded.add(value)
  }
  if (bits === 0) return { kind: 'empty' }
  const kinds = { integer: bits === wholeNumber, notInteger: bits === brokenNumber }
  return solveNumber({ ...kinds, ...bounds, multiples, notMultiples, formats, notFormats, excluded })

  function add(facet: NumberFacet): void {
    bounds = {
      ...tighter('minimum', Math.max, bounds, facet),
      ...tighter('exclusiveMinimum', Math.max, bounds, facet),
      ...tighter('maximum', Math.min, bounds, facet),
      ...tighter('exclusiveMaximum', Math.min, bounds, facet),
    }
    if (facet.multipleOf !== undefined) multiples.push(facet.multipleOf)
    if (facet.format !== undefined && numberHasFormat(facet.format, 0) !== undefined) formats.push(facet.format)
  }
}

type Bounds = Pick<NumberQuestion, 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'>

function tighter(
  bound: keyof Bounds,
  choose: (one: number, other: number) => number,
  one: Bounds,
  other: Bounds,
): Bounds {
  const [first, second] = [one[bound], other[bound]]
  if (first === undefined && second === undefined) return {}
  return { [bound]: choose(first ?? (second as number), second ?? (first as number)) }
}
