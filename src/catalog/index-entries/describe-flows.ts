import { highest } from '../../contract/annotation/category.js'
import { effectiveClassification } from '../../contract/annotation/effective.js'
import {
  categories as allCategories,
  type Contract,
  type Operation,
  type Sensitivity,
} from '../../contract/model/index.js'
import { compareText } from '../../util/compare.js'
import type { CarriedData, ContractFlows, FlowLink, PathwayFlow } from '../model/index.js'
import { type Directions, directionsOf } from './directions.js'
import { shortLabel } from './short-text.js'

const mostPathways = 100
const mostLinks = 200
const mostOperations = 2000
const mostRegions = 50

/** Where the data of a contract goes, as the contract says itself. */
export function describeFlows(contract: Contract): ContractFlows {
  const { operations: classes } = effectiveClassification(contract)
  const carried = (operation: Operation) => directionsOf(operation, classes.get(operation.id))
  const residency = contract.governance.residency?.value
  const ofTenants = contract.operations.filter(isOfTenants).map(carried)
  const owner = contract.owner?.value.team
  return {
    ...(owner !== undefined && { owner: shortLabel(owner) }),
    regions: (residency?.regions ?? []).slice(0, mostRegions).map(shortLabel),
    transfers: (residency?.transfer?.to ?? []).slice(0, mostRegions).map(shortLabel),
    pathways: pathwaysOf(contract, carried),
    links: linksOf(contract),
    ofTenants: { out: joined(ofTenants.map(({ out }) => out)), in: joined(ofTenants.map((each) => each.in)) },
    out: Object.fromEntries(
      contract.operations.slice(0, mostOperations).flatMap((operation) => {
        const { sensitivity } = carried(operation).out
        return sensitivity === undefined ? [] : [[shortLabel(operation.id), sensitivity]]
      }),
    ),
  }
}

function joined(parts: readonly CarriedData[]): CarriedData {
  const sensitivity = highest(...parts.map((part) => part.sensitivity as Sensitivity | undefined))
  const found = new Set(parts.flatMap(({ categories }) => categories))
  return {
    ...(sensitivity !== undefined && { sensitivity }),
    categories: allCategories.filter((category) => found.has(category)),
  }
}

function isOfTenants({ governance }: Operation): boolean {
  const scope = governance.scope?.value.scope
  return scope === 'tenant' || scope === 'cross-tenant'
}

function pathwaysOf(contract: Contract, carried: (operation: Operation) => Directions): readonly PathwayFlow[] {
  return [...contract.pathways.values()].slice(0, mostPathways).map((pathway) => {
    const { id, from, to, purpose, requires, ceiling, categories: allowed } = pathway
    const taking = contract.operations.filter((operation) => takes(operation, id))
    return {
      id: shortLabel(id),
      from: shortLabel(from),
      to: shortLabel(to),
      purpose: shortLabel(purpose),
      requires,
      ...(ceiling !== undefined && { ceiling }),
      ...(allowed && { allowed: allowed.slice(0, allCategories.length).map(shortLabel) }),
      operations: taking.length,
      ...joined(taking.flatMap((operation) => [carried(operation).out, carried(operation).in])),
    }
  })
}

function takes({ governance: { scope, dataFlow } }: Operation, pathway: string): boolean {
  return scope?.value.pathways?.includes(pathway) === true || dataFlow?.value.pathway === pathway
}

/** Of the contract itself and of its operations, each other contract once in each direction. */
function linksOf({ governance, operations }: Contract): readonly FlowLink[] {
  const found = new Map<string, FlowLink>()
  for (const flow of [governance, ...operations.map((operation) => operation.governance)].map(
    (each) => each.dataFlow?.value,
  )) {
    for (const kind of ['reads', 'emits'] as const) {
      for (const reference of flow?.[kind] ?? []) {
        const [, namespace, name] = /^([^/@#]{1,100})\/([^@#]{1,100})/.exec(reference) ?? []
        if (namespace !== undefined && name !== undefined)
          found.set(`${kind} ${namespace}/${name}`, { kind, namespace, name })
      }
    }
  }
  return [...found]
    .sort(([one], [other]) => compareText(one, other))
    .slice(0, mostLinks)
    .map(([, link]) => link)
}
