import { coverageOf } from '../../contract/annotation/coverage.js'
import { effectiveClassification, sensitivityOf } from '../../contract/annotation/effective.js'
import type { Contract } from '../../contract/model/index.js'
import type { Sources } from '../../contract/source/document.js'
import type { CatalogEntry, ContractFlows, Facts, Shelves } from '../model/index.js'
import { describeFlows } from './describe-flows.js'
import { fieldEntries } from './field-entries.js'
import { pointerOf } from './pointer-of.js'
import { fillShelves, operationKey, operationLabel, partsOf } from './portrait/index.js'
import { shortLabel, shortText } from './short-text.js'

/** What a catalog keeps of a contract beside its bytes. */
export interface Described {
  readonly protocol: Contract['protocol']
  readonly title: string
  /** The team. */
  readonly owner?: string
  /** State of the contract as a whole. */
  readonly lifecycle?: string
  readonly facts: Facts
  /** The contract first, then its operations, then its fields, in document order. */
  readonly entries: readonly CatalogEntry[]
  readonly flows: ContractFlows
  /** What the pages of its operations and schemas show. */
  readonly shelves: Shelves
}

export interface DescribeOptions {
  /** Entries at most; the facts count all. Default: 50,000. */
  readonly entries?: number
  /** Finds lines of the documents. Default: parts are told by their pointers alone. */
  readonly spans?: Sources['spans']
}

/** What can be found and counted in a contract. Every text is bounded, and safe to keep and to show. */
export function describeContract(
  contract: Contract,
  { entries: most = 50_000, spans }: DescribeOptions = {},
): Described {
  const { resolved } = effectiveClassification(contract)
  const { fields, classified, operations, scoped } = coverageOf(contract, resolved)
  const owner = contract.owner?.value.team
  const lifecycle = contract.governance.lifecycle?.value.state
  const first = [contractEntry(contract), ...operationEntries(contract)].slice(0, most)
  return {
    protocol: contract.protocol,
    title: shortLabel(contract.title),
    ...(owner !== undefined && { owner: shortLabel(owner) }),
    ...(lifecycle !== undefined && { lifecycle }),
    facts: { operations, scoped, fields, classified },
    entries: [...first, ...fieldEntries(contract, most - first.length)],
    flows: describeFlows(contract),
    shelves: fillShelves(partsOf(contract, spans)),
  }
}

function contractEntry(contract: Contract): CatalogEntry {
  const { title, summary, description, owner, tags, at } = contract
  return {
    kind: 'contract',
    label: shortLabel(title),
    text: shortText([title, owner?.value.team, summary, ...tags.map(({ name }) => name), description]),
    pointer: pointerOf(at, contract),
  }
}

function operationEntries(contract: Contract): readonly CatalogEntry[] {
  const { operations } = effectiveClassification(contract)
  return contract.operations.map((operation) => {
    const { id, named, summary, description, tags, governance, at } = operation
    const classes = operations.get(id)
    const sensitivity = classes && sensitivityOf(classes)
    return {
      kind: 'operation',
      label: operationLabel(operation, contract),
      text: shortText([named ? id : undefined, summary, ...tags, description]),
      ...(governance.scope && { scope: governance.scope.value.scope }),
      ...(sensitivity && { sensitivity }),
      part: { kind: 'operation', key: operationKey(id) },
      pointer: pointerOf(at, contract),
    }
  })
}
