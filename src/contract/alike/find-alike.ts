import { child, parentOf } from '../../util/json-pointer.js'
import { isObject, type JsonObject } from '../../util/own.js'
import type { Contract, HttpOperation, Operation, Origin, Schema } from '../model/index.js'
import type { SourceDocument } from '../source/document.js'
import { sameParts } from './same-parts.js'
import { schemasReadFrom } from './schemas-read.js'
import { leadsElsewhere } from './written-alike.js'

/**
 * The parts of a contract that another one, which has been read, has as well: they are taken from there instead of being
 * read again, so that both versions hold the same objects where they say the same.
 */
export interface Alike {
  /** Identity of the other's document, which is that of this one, too: the same object has one place only. */
  readonly document: string
  /** Of all schemas of the other. */
  readonly schemasSayNothing: boolean
  /** The schema of a component; undefined when it has to be read. */
  schema(at: Origin): Schema | undefined
  /** The schema of an object in one that has to be read; undefined when it has to be read as well. */
  inside(value: JsonObject, at: Origin): Schema | undefined
  /** The operations of a path item or a webhook; undefined when they have to be read. */
  operations(item: JsonObject, at: Origin): readonly HttpOperation[] | undefined
}

/** A contract as it has been read, with all documents that took part. */
interface Read {
  readonly contract?: Contract
  readonly documents: readonly SourceDocument[]
  readonly diagnostics: readonly unknown[]
}

/** Undefined when the document has to be read as a whole. */
export function findAlike(root: SourceDocument, other: Read): Alike | undefined {
  const { contract, documents, diagnostics } = other
  const [document] = documents
  // What was found wrong there would be missing here.
  if (!contract || !document || documents.length > 1 || diagnostics.length > 0) return undefined
  if (!isObject(root.value) || !isObject(document.value) || leadsElsewhere(root.value)) return undefined
  const same = sameParts(root.value, document.value)
  if (!same || (same.places.size === 0 && same.inside.size === 0)) return undefined
  const { places, inside } = same
  const read = schemasReadFrom(document.value)
  const operations = operationsByItem(contract.operations)
  return {
    document: document.id,
    schemasSayNothing: contract.schemasSayNothing === true,
    schema: ({ pointer }) => (places.has(pointer) ? contract.schemas.get(`${document.id}#${pointer}`) : undefined),
    inside(value, { pointer }) {
      const partner = inside.get(value)
      const found = partner && read?.get(partner)
      // What has a name there, by a reference into the part, may have none here.
      return found?.at.pointer === pointer && found.name === undefined ? found : undefined
    },
    operations(item, { pointer }) {
      // What a reference brings stands elsewhere.
      return places.has(pointer) && !Object.hasOwn(item, '$ref') ? operations.get(pointer) : undefined
    },
  }
}

/** By the place of their path item; without items that have an operation whose name depends on those of others. */
function operationsByItem(operations: readonly Operation[]): ReadonlyMap<string, readonly HttpOperation[]> {
  const found = new Map<string, HttpOperation[]>()
  const unnamed = new Set<string>()
  for (const operation of operations) {
    if (operation.kind !== 'http') continue
    const item = parentOf(operation.at.pointer)
    // Another path may lead here by a reference.
    if (child(parentOf(item), operation.path) !== item) continue
    if (!operation.named) unnamed.add(item)
    const known = found.get(item)
    if (known) known.push(operation)
    else found.set(item, [operation])
  }
  for (const item of unnamed) found.delete(item)
  return found
}
