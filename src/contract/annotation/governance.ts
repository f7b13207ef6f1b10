import { isObject, type JsonObject, own } from '../../util/own.js'
import type { Annotated, Governance, Origin } from '../model/index.js'
import type { Problems } from '../problem.js'
import { readClassification } from './classification.js'
import { readCompensatedBy, readDataFlow } from './data-flow.js'
import { type Extension, extensionAt } from './extension.js'
import { type GovernancePlace, type Governed, placesOf } from './extensions.js'
import { readIdempotency } from './idempotency.js'
import { readLifecycle } from './lifecycle.js'
import { readResidency } from './residency.js'
import { readResilience } from './resilience.js'
import { readRetention } from './retention.js'
import { reportStray } from './stray.js'
import { readTenantScope } from './tenant-scope.js'

type Reader = (node: JsonObject, at: Origin, problems: Problems) => Extension<unknown>

const readers: readonly (readonly [field: Governed, extension: string, read: Reader])[] = [
  ['scope', 'x-tenant-scope', readTenantScope],
  ['classification', 'x-data-classification', readClassification],
  ['residency', 'x-data-residency', readResidency],
  ['retention', 'x-data-retention', readRetention],
  ['idempotency', 'x-idempotency', readIdempotency],
  ['resilience', 'x-resilience', readResilience],
  ['lifecycle', 'x-lifecycle', readLifecycle],
  ['compensatedBy', 'x-compensated-by', readCompensatedBy],
  ['dataFlow', 'x-data-flow', readDataFlow],
]

const none: Governance = {}

/**
 * What is declared on this very node. The document's `info` may speak for the document. What is there but cannot be
 * read has been reported, and keeps ancestors from speaking in its stead.
 */
export function readGovernance(node: JsonObject, at: Origin, place: GovernancePlace, problems: Problems): Governance {
  const own = hasExtension(node) ? readOwn(node, at, place, problems) : none
  if (place !== 'document') return own
  return { ...readInfo(node, at, problems), ...own }
}

/** Nearest wins. What undoes an operation and what flows through it is said of that operation alone. */
export function inherit(parent: Governance, own: Governance): Governance {
  const inherited = new Map<string, Annotated<unknown>>()
  const unreadable = new Set(own.unreadable)
  for (const [field] of readers) {
    if (field === 'compensatedBy' || field === 'dataFlow' || own[field] !== undefined || unreadable.has(field)) continue
    const value = parent[field]
    if (value !== undefined) inherited.set(field, value.inherited ? value : { ...value, inherited: true })
    else if (parent.unreadable?.has(field) === true) unreadable.add(field)
  }
  const refused = unreadable.size > 0 && { unreadable }
  return { ...(Object.fromEntries(inherited) as Governance), ...own, ...refused }
}

function readOwn(node: JsonObject, at: Origin, place: GovernancePlace, problems: Problems): Governance {
  reportStray(node, at, place, problems)
  return readFields(node, at, place, problems)
}

function readFields(node: JsonObject, at: Origin, place: GovernancePlace, problems: Problems): Governance {
  const found = new Map<string, unknown>()
  const unreadable = new Set<Governed>()
  for (const [field, extension, read] of readers) {
    if (placesOf.get(extension)?.includes(place) !== true) continue
    const value = read(node, at, problems)
    if (value === 'unreadable') unreadable.add(field)
    else if (value !== undefined) found.set(field, value)
  }
  return { ...(Object.fromEntries(found) as Governance), ...(unreadable.size > 0 && { unreadable }) }
}

function readInfo(root: JsonObject, at: Origin, problems: Problems): Governance {
  const info = own(root, 'info')
  if (!isObject(info) || !hasExtension(info)) return none
  const place = extensionAt(at, 'info')
  reportStray(info, place, 'info', problems)
  return readFields(info, place, 'document', problems)
}

/** Most nodes have none: this is asked of every node of a contract. */
export function hasExtension(node: JsonObject): boolean {
  for (const key in node) if (key.charCodeAt(0) === 120 && key.charCodeAt(1) === 45) return true
  return false
}
