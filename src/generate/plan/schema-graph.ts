import { isLeftOut } from '../../contract/annotation/index.js'
import type { Contract, Header, HttpOperation, MediaType, Schema, SchemaId } from '../../contract/model/index.js'
import { children } from '../../contract/schema/index.js'
import type { Masked, MaskedValues } from '../masking/masked-values.js'
import type { Direction } from './types.js'

/** What one named schema refers to, by the direction in which the reference counts. */
interface Edges {
  readonly input: ReadonlySet<SchemaId>
  readonly output: ReadonlySet<SchemaId>
  /** What a discriminator leads to: it may come in place of this one, but is no part of its shape. */
  readonly mapped: ReadonlySet<SchemaId>
  /** Holds a property that one of the directions leaves out, or a value that responses may have masked. */
  readonly varies: boolean
}

export interface SchemaUse {
  readonly usedIn: ReadonlySet<Direction>
  readonly inMultipart: boolean
  /** Used in both directions, with shapes that differ. */
  readonly hasInput: boolean
}

/** How the operations of a contract use its schemas: reachability over the graph of references, cycles included. */
export function schemaUses(contract: Contract, masked: MaskedValues): ReadonlyMap<SchemaId, SchemaUse> {
  const edges = new Map<SchemaId, Edges>()
  for (const [id, schema] of contract.schemas) edges.set(id, edgesOf(schema, contract.schemas, masked))
  const roots = rootsOf(contract)
  const input = reach(roots.input, (id) => [...(edges.get(id)?.input ?? []), ...(edges.get(id)?.mapped ?? [])])
  const output = reach(roots.output, (id) => [...(edges.get(id)?.output ?? []), ...(edges.get(id)?.mapped ?? [])])
  const multipart = reach(roots.multipart, (id) => edges.get(id)?.input)
  const varying = variants(edges)
  const uses = new Map<SchemaId, SchemaUse>()
  for (const id of contract.schemas.keys()) {
    const usedIn = new Set<Direction>()
    if (input.has(id)) usedIn.add('input')
    if (output.has(id)) usedIn.add('output')
    uses.set(id, { usedIn, inMultipart: multipart.has(id), hasInput: usedIn.size === 2 && varying.has(id) })
  }
  return uses
}

function edgesOf(root: Schema, schemas: ReadonlyMap<SchemaId, Schema>, masked?: MaskedValues): Edges {
  const input = new Set<SchemaId>()
  const output = new Set<SchemaId>()
  const mapped = new Set<SchemaId>()
  let varies = false
  // An explicit stack: contracts nest thousands of levels deep.
  const stack: { schema: Schema; input: boolean; output: boolean }[] = [{ schema: root, input: true, output: true }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { schema } = entry
    if (schema.ref !== undefined && entry.input) input.add(schema.ref)
    if (schema.ref !== undefined && entry.output) output.add(schema.ref)
    for (const id of schema.discriminator?.mapping.values() ?? []) mapped.add(id)
    if (schema.discriminator?.default !== undefined) mapped.add(schema.discriminator.default)
    for (const below of children(schema)) {
      const isProperty = below.role === 'properties'
      const inInput = !isProperty || !isLeftOut(below.schema, 'input', schemas)
      const inOutput = !isProperty || !isLeftOut(below.schema, 'output', schemas)
      if (!inInput || !inOutput || changes(masked?.of(below.schema))) varies = true
      const next = { schema: below.schema, input: entry.input && inInput, output: entry.output && inOutput }
      if (next.input || next.output) stack.push(next)
    }
  }
  return { input, output, mapped, varies }
}

/** Whether the type of a value shows that it may be masked; a text looks like any other. */
function changes(masked: Masked | undefined): boolean {
  return masked !== undefined && (masked.isNull || masked.isAbsent || masked.text !== undefined)
}

interface Roots {
  readonly input: Set<SchemaId>
  readonly output: Set<SchemaId>
  readonly multipart: Set<SchemaId>
}

function rootsOf(contract: Contract): Roots {
  const roots: Roots = { input: new Set(), output: new Set(), multipart: new Set() }
  for (const operation of contract.operations) {
    if (operation.kind === 'http') addHttpRoots(operation, contract.schemas, roots)
  }
  return roots
}

function addHttpRoots(operation: HttpOperation, schemas: ReadonlyMap<SchemaId, Schema>, roots: Roots): void {
  // A webhook or callback goes the other way: the API sends its request and reads its answer.
  const calls = operation.role === 'path'
  const sent = calls ? roots.input : roots.output
  const received = calls ? roots.output : roots.input
  const add = (schema: Schema | undefined, into: Set<SchemaId>): void => {
    if (!schema) return
    const edges = edgesOf(schema, schemas)
    for (const id of into === roots.output ? edges.output : edges.input) into.add(id)
    for (const id of edges.mapped) into.add(id)
  }
  const addMedia = (media: MediaType, into: Set<SchemaId>): void => {
    add(media.schema, into)
    add(media.itemSchema, into)
    if (media.mediaType.startsWith('multipart/')) {
      add(media.schema, roots.multipart)
      add(media.itemSchema, roots.multipart)
    }
    for (const encoding of media.encoding.values()) addHeaders(encoding.headers, into)
  }
  const addHeaders = (headers: readonly Header[], into: Set<SchemaId>): void => {
    for (const header of headers) {
      add(header.schema, into)
      if (header.content) addMedia(header.content, into)
    }
  }
  for (const parameter of operation.parameters) {
    add(parameter.schema, sent)
    if (parameter.content) addMedia(parameter.content, sent)
  }
  for (const media of operation.requestBody?.content ?? []) addMedia(media, sent)
  for (const response of operation.responses) {
    for (const media of response.content) addMedia(media, received)
    addHeaders(response.headers, received)
  }
}

function reach(roots: Iterable<SchemaId>, next: (id: SchemaId) => Iterable<SchemaId> | undefined): Set<SchemaId> {
  const reached = new Set<SchemaId>()
  const stack = [...roots]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    for (const target of next(id) ?? []) stack.push(target)
  }
  return reached
}

/** The schemas that vary, and all that refer to one, at any distance. */
function variants(edges: ReadonlyMap<SchemaId, Edges>): ReadonlySet<SchemaId> {
  const users = new Map<SchemaId, SchemaId[]>()
  for (const [id, { input, output }] of edges) {
    for (const target of new Set([...input, ...output])) {
      const of = users.get(target)
      if (of) of.push(id)
      else users.set(target, [id])
    }
  }
  const varying = [...edges].filter(([, { varies }]) => varies).map(([id]) => id)
  return reach(varying, (id) => users.get(id))
}
