import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The official test suite of JSON Schema, draft 2020-12. */
export interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

const network = 'what stands on the network is not read without leave'
const dynamic = 'what a dynamic reference leads to is decided when code is generated; TK1508 says where that is open'
const notAsserted = 'this format is not asserted'
const baseUri = 'references lead to files of the contract, whatever `$id` says'
const metaschema = 'which keywords a dialect has is decided by its name'

/** Files that do not apply, and why. */
export const skippedFiles: Readonly<Record<string, string>> = {
  'refRemote.json': network,
  'dynamicRef.json': dynamic,
  'vocabulary.json': metaschema,
  'optional/cross-draft.json': network,
  'optional/refOfUnknownKeyword.json': 'what no keyword explains is no schema',
  'unknownKeyword.json': 'an identifier below an unknown keyword is none',
  'defs.json': network,
  'id.json': metaschema,
  'optional/unicode.json': 'it is empty',
  'optional/format/idn-email.json': notAsserted,
  'optional/format/idn-hostname.json': notAsserted,
  'optional/format/iri.json': notAsserted,
  'optional/format/iri-reference.json': notAsserted,
  'optional/format/relative-json-pointer.json': notAsserted,
  'optional/format/uri-template.json': notAsserted,
}
/** Groups that do not apply, by file and description, and why. */
export const skippedGroups: Readonly<Record<string, string>> = {
  'anchor.json same $anchor with different base uri': baseUri,
  'anchor.json invalid anchors': network,
  'ref.json remote ref, containing refs itself': network,
  'ref.json URN base URI with f-component': network,
  'ref.json Recursive references between schemas': baseUri,
  'ref.json refs with relative uris and defs': baseUri,
  'ref.json relative refs with absolute uris and defs': baseUri,
  'ref.json order of evaluation: $id and $ref': baseUri,
  'ref.json ref with absolute-path-reference': baseUri,
  'optional/ecmascript-regex.json \\a is not an ECMA 262 control escape': network,
}

const folder = join(import.meta.dirname, '../suite')
export const suiteFiles = ['', 'optional/', 'optional/format/'].flatMap((below) =>
  readdirSync(join(folder, below))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => below + name),
)

export function groupsOf(file: string): readonly Group[] {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Group[]
}

/** Those that apply. */
export function appliedGroups(file: string): readonly Group[] {
  if (Object.hasOwn(skippedFiles, file)) return []
  return groupsOf(file).filter(({ description }) => !Object.hasOwn(skippedGroups, `${file} ${description}`))
}
