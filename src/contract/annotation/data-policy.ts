import type { JsonObject } from '../../util/own.js'
import { type Clearance, type DataPolicy, type Origin, sensitivities } from '../model/index.js'
import type { Problems } from '../problem.js'
import { category } from './category.js'
import { readDocumentExtension } from './extension.js'
import { about, choice, dictionary, list, record } from './shape.js'
import { claim, identifier, prose } from './text.js'

const max = about('The highest sensitivity shown unmasked.', choice(sensitivities))
const reveal = about('Categories shown whatever their sensitivity.', list(category, 'a list of categories'))

export const dataPolicyShape = record({
  default: about('What callers without a clearance see.', record({ max, reveal }, ['max'])),
  clearances: about(
    'By name; callers bring the name in their token.',
    dictionary(identifier, record({ max, reveal, purpose: about('What for.', prose) }, ['max'])),
  ),
  clearanceClaim: about('The claim of the token that names the clearance; `clearance` when left out.', claim),
  unclassified: about(
    'What becomes of fields without a class; `warn` when left out.',
    choice(['allow', 'warn', 'restrict']),
  ),
})

/** `x-data-policy`. One that cannot be read shows nothing that is not public. */
export function readDataPolicy(root: JsonObject, at: Origin, problems: Problems): DataPolicy {
  const read = readDocumentExtension(root, at, 'x-data-policy', dataPolicyShape, problems)
  if (read === 'unreadable') {
    return {
      default: { max: 'public', reveal: [] },
      clearances: new Map(),
      clearanceClaim: 'clearance',
      unclassified: 'restrict',
    }
  }
  const policy = read?.value
  const clearances = [...(policy?.clearances ?? [])].map(([name, clearance]) => [name, toClearance(clearance)] as const)
  return {
    ...(policy?.default && { default: toClearance(policy.default) }),
    clearances: new Map(clearances),
    clearanceClaim: policy?.clearanceClaim ?? 'clearance',
    unclassified: policy?.unclassified ?? 'warn',
    ...(read && { at: read.at }),
  }
}

type WrittenClearance = Omit<Clearance, 'reveal'> & Partial<Pick<Clearance, 'reveal'>>

function toClearance({ reveal = [], ...rest }: WrittenClearance): Clearance {
  return { ...rest, reveal }
}
