import type { Contract } from '../../contract/model/index.js'
import { allocateNames, fold, wantedName } from './names.js'
import { reservedFileNames, reservedFunctionNames, reservedTypeNames } from './reserved.js'
import type { PlannedOperation, PlannedTag } from './types.js'

const pascalRules = { style: 'pascal', kind: 'tag', reserved: new Set<string>(), suffix: 'Tag' } as const
const camelRules = { style: 'camel', kind: 'tag', reserved: new Set<string>(), suffix: 'Tag' } as const
const fileRules = { style: 'kebab', kind: 'tag', reserved: reservedFileNames, suffix: 'tag' } as const

/**
 * Operations by their first tag: one file each. Those without a tag go where a tag named like the API would; when there
 * is such a tag, they join it. Declared tags come first, in their order; then the others as they appear.
 */
export function planTags(
  contract: Contract,
  operations: readonly PlannedOperation[],
  api: string,
): readonly PlannedTag[] {
  const groups = new Map<string, { name: string; operations: PlannedOperation[] }>()
  for (const tag of contract.tags) if (!groups.has(tag.name)) groups.set(tag.name, { name: tag.name, operations: [] })
  const untagged: PlannedOperation[] = []
  for (const planned of operations) {
    const [name] = planned.operation.tags
    if (name === undefined) {
      untagged.push(planned)
      continue
    }
    const group = groups.get(name) ?? { name, operations: [] }
    group.operations.push(planned)
    groups.set(name, group)
  }
  if (untagged.length > 0) {
    const wanted = fold(wantedName(api, pascalRules))
    const same = [...groups.values()].find(({ name }) => fold(wantedName(name, pascalRules)) === wanted)
    if (same) same.operations.push(...untagged)
    else groups.set('', { name: '', operations: untagged })
  }
  const used = [...groups.values()].filter((group) => group.operations.length > 0)
  const requests = used.map(({ name }) => ({ key: name, raw: name === '' ? api : name }))
  const pascals = allocateNames(requests, pascalRules)
  const pascalOf = (name: string): string => pascals.get(name) ?? ''
  const camels = allocateNames(requests, camelRules)
  const files = allocateNames(requests, fileRules)
  const descriptions = new Map(contract.tags.map((tag) => [tag.name, tag.description ?? tag.summary]))
  return used.map(({ name, operations: grouped }) => {
    const description = descriptions.get(name)
    return {
      name,
      camel: camels.get(name) ?? '',
      pascal: pascalOf(name),
      file: files.get(name) ?? '',
      ...(description !== undefined && { description }),
      operations: grouped,
    }
  })
}

/** The API's own name, from its title or as configured: `Orders API` is `orders` and `Orders`. */
export function apiName(title: string): { readonly camel: string; readonly pascal: string } {
  const trimmed = title.trim().replace(/(?<=\S)\s+(?:rest\s+)?api$/i, '')
  const rules = { kind: 'api', suffix: 'Api' }
  return {
    camel: wantedName(trimmed, { ...rules, style: 'camel', reserved: reservedFunctionNames }),
    pascal: wantedName(trimmed, { ...rules, style: 'pascal', reserved: reservedTypeNames }),
  }
}
