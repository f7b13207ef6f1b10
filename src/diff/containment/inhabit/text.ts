import type { TextFacet } from '../node/index.js'
import type { TextQuestion, TextSolver } from '../text/index.js'
import type { Clause } from './clause.js'
import type { Outcome } from './context.js'

/** A text that fulfils the clause. */
export function solveText(clause: Clause, text: TextSolver): Outcome {
  let [minLength, maxLength] = [0, Infinity]
  const question = { patterns: [], notPatterns: [], formats: [], notFormats: [] } as Lists
  const excluded = new Set<string>()
  for (const { node } of clause.taken) if (node.text) add(node.text)
  for (const atom of clause.atoms) {
    if (atom.kind === 'text') add(atom.facet)
    else if (atom.kind === 'not-pattern') question.notPatterns.push(atom.pattern)
    else if (atom.kind === 'not-format') question.notFormats.push(atom.format)
    else if (atom.kind === 'differs')
      for (const value of atom.values.values()) if (typeof value === 'string') excluded.add(value)
  }
  return text.solve({ ...question, minLength, maxLength, excluded })

  function add(facet: TextFacet): void {
    minLength = Math.max(minLength, facet.minLength ?? 0)
    maxLength = Math.min(maxLength, facet.maxLength ?? Infinity)
    if (facet.pattern !== undefined) question.patterns.push(facet.pattern)
    if (facet.format !== undefined && text.isKnownFormat(facet.format)) question.formats.push(facet.format)
  }
}

type Lists = { [Field in 'patterns' | 'notPatterns' | 'formats' | 'notFormats']: TextQuestion[Field] & string[] }
