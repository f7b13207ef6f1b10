import { isObject, type JsonObject } from '../../../../src/util/own.js'
import { branchesOf, requiredOf } from './branches.js'
import { at, entries, type Path } from './paths.js'
import { type Site, sitesOf } from './sites.js'

/** A schema that values of the wire really meet. */
export interface Place extends Site {
  readonly schema: JsonObject
  /** The name of the member that the schema is of, if of any. */
  readonly member?: string
  /** Whether it is a branch of a composition, so that it is not alone in what it says about the value. */
  readonly isBranch: boolean
}

/** Every place of a document whose schema is met for certain: nothing on the way to it leaves its effect open. */
export function placesOf(document: JsonObject): readonly Place[] {
  return sitesOf(document).flatMap((site) => below(document, site, {}))
}

/** Everything on the way must be plain: what else limits or chooses the value could hide the change. */
const plain: ReadonlySet<string> = new Set([
  ...['type', 'properties', 'required', 'items', 'title', 'description', 'example', 'examples', 'nullable', 'default'],
  ...['additionalProperties', 'deprecated', 'xml', 'format', 'minItems', 'maxItems', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'pattern', 'externalDocs', 'enum', 'uniqueItems'],
])
/** What a parameter of Swagger 2 says besides: it is its own schema. */
const carrying: ReadonlySet<string> = new Set(['name', 'in'])
const deepest = 4

interface Way extends Pick<Place, 'member'> {
  readonly isBranch?: boolean
  /** Members that others have a say about. */
  readonly shared?: ReadonlySet<string>
}

function below(document: JsonObject, site: Site, { member, isBranch = false, shared }: Way): readonly Place[] {
  const schema = at(document, site.path)
  if (!isObject(schema) || site.path.length > 16) return []
  const named = member === undefined ? {} : { member }
  if (!Object.keys(schema).every((key) => isPlain(key, site))) {
    if (site.isText) return []
    return branchesOf(document, site.path).flatMap((branch) =>
      below(document, { ...site, path: branch.path }, { ...named, isBranch: true, shared: branch.shared }),
    )
  }
  if (isDoubtful(document, site.path)) return []
  const here = { ...site, schema, isBranch, ...named }
  if (site.isText || site.path.filter((step) => step === 'properties' || step === 'items').length >= deepest)
    return [here]
  const members = entries(schema['properties']).flatMap(([name, value]) => {
    const path = [...site.path, 'properties', name]
    const isMet = isObject(value) && !shared?.has(name) && !isHidden(document, path)
    return isMet ? below(document, { ...site, path }, { member: name }) : []
  })
  const items =
    isObject(schema['items']) && schema['maxItems'] !== 0
      ? below(document, { ...site, path: [...site.path, 'items'] }, named)
      : []
  return 'enum' in schema ? [here] : [here, ...members, ...items]
}

function isPlain(key: string, { isText }: Site): boolean {
  return plain.has(key) || key.startsWith('x-') || (isText && carrying.has(key))
}

function isHidden(document: JsonObject, path: Path): boolean {
  const schema = at(document, path)
  return !isObject(schema) || schema['readOnly'] === true || schema['writeOnly'] === true
}

/**
 * Whether a member that must be there is a reference with a type beside it: the two may contradict, and of what nobody
 * can send nothing breaks.
 */
function isDoubtful(document: JsonObject, path: Path, depth = 0): boolean {
  const schema = at(document, path)
  if (!isObject(schema) || depth > deepest) return false
  if ('$ref' in schema) return 'type' in schema
  return requiredOf(schema).some((name) => isDoubtful(document, [...path, 'properties', name], depth + 1))
}
