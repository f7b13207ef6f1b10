import { type Diagnostic, hasErrors } from '../diagnostic/index.js'
import { isObject, type JsonObject, own } from '../util/own.js'
import type { LoadOptions } from './load.js'
import type { Contract } from './model/index.js'
import { createProblems } from './problem.js'
import { openSources } from './source/index.js'
import { readRaw } from './source/read-raw.js'

/** What tells a contract from others, found without reading it as one. */
export type Peeked =
  | ({ readonly kind: 'contract' } & ContractIdentity)
  /** Something else that is written in JSON or YAML. */
  | { readonly kind: 'other' }
  /** `maybe`: whether it says anywhere that it is a contract. */
  | { readonly kind: 'broken'; readonly maybe: boolean; readonly diagnostics: readonly Diagnostic[] }

export interface ContractIdentity {
  readonly protocol: Contract['protocol']
  readonly apiId?: string
  readonly title: string
  readonly version: string
  /** Names of paths or channels and of schemas, to know a contract again that was moved and renamed. */
  readonly landmarks: ReadonlySet<string>
  /** Of the document's bytes. */
  readonly sha256: string
}

/** Looks at the top of a document. Nothing that it refers to is read. */
export async function peekContract(reference: string, options: LoadOptions): Promise<Peeked> {
  const problems = createProblems()
  const sources = await openSources(reference, options, problems)
  const diagnostics = problems.resolve(sources)
  if (!sources || hasErrors(diagnostics)) {
    return { kind: 'broken', maybe: await saysContract(reference, options), diagnostics }
  }
  const { value, sha256 } = sources.root
  if (!isObject(value)) return { kind: 'other' }
  const protocol = protocolOf(value)
  if (!protocol) return { kind: 'other' }
  const info = objectAt(value, 'info')
  const apiId = textAt(info, 'x-api-id')
  return {
    kind: 'contract',
    protocol,
    ...(apiId !== '' && { apiId }),
    title: textAt(info, 'title'),
    version: textAt(info, 'version'),
    landmarks: landmarksOf(value),
    sha256,
  }
}

/** Whatever is broken about a contract, it says what it is; text that nowhere does is none, even when it is mended. */
async function saysContract(reference: string, options: LoadOptions): Promise<boolean> {
  const raw = await readRaw(reference, options)
  if (!raw) return true
  return raw.content.includes(0) || ['openapi', 'swagger', 'asyncapi'].some((word) => raw.content.includes(word))
}

function protocolOf(root: JsonObject): Contract['protocol'] | undefined {
  if (Object.hasOwn(root, 'openapi') || Object.hasOwn(root, 'swagger')) return 'openapi'
  return Object.hasOwn(root, 'asyncapi') ? 'asyncapi' : undefined
}

function landmarksOf(root: JsonObject): ReadonlySet<string> {
  const schemas = [objectAt(objectAt(root, 'components'), 'schemas'), objectAt(root, 'definitions')]
  return new Set([
    ...Object.keys(objectAt(root, 'paths')),
    ...Object.keys(objectAt(root, 'channels')),
    ...schemas.flatMap((named) => Object.keys(named).map((name) => `#${name}`)),
  ])
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key)
  return value !== undefined && isObject(value) ? value : {}
}

function textAt(object: JsonObject, key: string): string {
  const value = own(object, key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
