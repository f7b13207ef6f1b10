import { didYouMean } from '../../util/did-you-mean.js'
import { child, escapeToken } from '../../util/json-pointer.js'
import { isArray, isObject, type JsonObject, type JsonValue, own } from '../../util/own.js'
import type { Alike, SchemasRead } from '../alike/index.js'
import { readMarkedProperties, readSchemaAnnotations } from '../annotation/index.js'
import type { Annotated, Classification, Origin, Schema, SchemaId } from '../model/index.js'
import type { Problems } from '../problem.js'
import type { Resolved, Sources } from '../source/document.js'
import { type Dialect, dialectOfUri, traitsOf } from './dialect.js'
import { createDiscriminators } from './discriminator.js'
import { type Draft, type Loose, resetLoose } from './draft.js'
import { reportEndless } from './endless.js'
import { type Cursor, keywords, keywordsOf, silentKeywords } from './keywords.js'
import { definitionName } from './name.js'
import { patternProblem } from './pattern.js'
import { createReferences } from './references.js'
import { settle } from './settle.js'
import { createTally } from './tally.js'

export interface SchemaReaderOptions {
  readonly sources: Sources
  readonly problems: Problems
  /** Of schemas that do not say otherwise by `$schema`. */
  readonly dialect: Dialect
  /** Schemas that have been read for another contract. Default: none. */
  readonly alike?: Pick<Alike, 'schema' | 'inside'> | undefined
}

/**
 * Reads schemas of any dialect into normalised nodes. What a reference leads to is read as well, once, from a work list:
 * neither long chains of references nor deep nesting grow the stack.
 */
export interface SchemaReader {
  /** The schema at `at`, with all that is nested in it; only mappings of discriminators wait for `schemas()`. */
  read(value: JsonValue, at: Origin, dialect?: Dialect): Schema
  /** A schema that has a name in the contract. It takes its place in the order of `schemas()` now. */
  register(name: string, value: JsonValue, at: Origin, dialect?: Dialect): Schema
  /** The schema that `ref`, written at `from`, leads to; undefined when it leads nowhere, which is reported. */
  refer(ref: string, from: Origin, dialect?: Dialect): SchemaId | undefined
  /** Whether a schema that has been read says how sensitive its data is or how long it is kept. */
  hasSaid(): boolean
  /** What has been read, by the objects that it was read from. */
  entered(): SchemasRead
  /** Every named or referenced schema by id. Call it last: it reports what can be judged only when all is read. */
  schemas(): ReadonlyMap<SchemaId, Schema>
}

interface Task {
  readonly draft: Draft
  readonly value: JsonValue
  readonly dialect: Dialect
}

export function createSchemaReader(options: SchemaReaderOptions): SchemaReader {
  const { sources, problems } = options
  const tasks: Task[] = []
  const targets = new Map<SchemaId, Draft>()
  // One text for each: many references lead to it, and the same text is found by a look at its address.
  const ids = new Map<SchemaId, SchemaId>()
  const idsAt = new Map<Origin, SchemaId>()
  // Every schema object is read once, however many references lead into a tree that was read as a whole already.
  const entered = new Map<JsonObject, Draft>()
  // What was read for another contract, and is not written to.
  const taken = new Set<Schema>()
  // What an object says of single properties, which wait on the work list to be read.
  const marks = new Map<Schema, Annotated<Classification>>()
  const tally = createTally()
  const references = createReferences(sources)
  const discriminators = createDiscriminators({ problems, refer })
  const cursor = createCursor()
  let said = false

  return { read, register, refer, hasSaid: () => said, schemas, entered: () => entered }

  function read(value: JsonValue, at: Origin, dialect = options.dialect): Schema {
    const draft = enter(value, at, dialect)
    drain()
    return draft
  }

  function register(name: string, value: JsonValue, at: Origin, dialect = options.dialect): Schema {
    const draft = target(value, at, dialect)
    draft.name ??= name
    return draft
  }

  function refer(ref: string, from: Origin, dialect = options.dialect): SchemaId | undefined {
    const found = references.follow(ref, from)
    if (found?.at.pointer === '' && references.dialectOf(found.at.document) !== undefined) {
      problems.report('TK1502', { found: 'the whole contract' }, { at: from })
      return undefined
    }
    return found && enterTarget(found, dialect)
  }

  function schemas(): ReadonlyMap<SchemaId, Schema> {
    do {
      drain()
      discriminators.resolveMappings(targets)
    } while (tasks.length > 0)
    discriminators.addImplicit(targets)
    reportEndless(targets, problems)
    tally.flush(problems)
    return targets
  }

  function enterTarget({ value, at }: Resolved, dialect: Dialect): SchemaId {
    const id = idAt(at)
    if (!targets.has(id)) {
      const draft = target(value, at, references.dialectOf(at.document) ?? dialect)
      const name = definitionName(at.pointer)
      if (name !== undefined) draft.name ??= name
    }
    return id
  }

  function idAt(at: Origin): SchemaId {
    const known = idsAt.get(at)
    if (known !== undefined) return known
    const text = `${at.document}#${at.pointer}`
    const id = ids.get(text) ?? text
    ids.set(id, id)
    idsAt.set(at, id)
    return id
  }

  function target(value: JsonValue, at: Origin, dialect: Dialect): Draft {
    const id = idAt(at)
    const known = targets.get(id)
    if (known) return known
    const draft = options.alike?.schema(at) ?? ownOf(enter(value, at, dialect))
    targets.set(id, draft)
    return draft
  }

  function enter(value: JsonValue, at: Origin, dialect: Dialect): Draft {
    const known = isObject(value) ? entered.get(value) : undefined
    // A YAML alias is the same object at another place: that is another schema.
    if (known && known.at.pointer === at.pointer && known.at.document === at.document) return known
    const shared = isObject(value) ? options.alike?.inside(value, at) : undefined
    if (shared) taken.add(shared)
    const draft: Draft = shared ?? { kind: 'schema', at }
    if (isObject(value)) entered.set(value, draft)
    if (!shared) tasks.push({ draft, value, dialect })
    return draft
  }

  /** What gets a name here may have none where it was taken from. */
  function ownOf(draft: Draft): Draft {
    return taken.has(draft) ? { ...draft } : draft
  }

  function drain(): void {
    // What a schema brings is turned round, so that schemas are read in the order of the document.
    tasks.reverse()
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const before = tasks.length
      fill(task)
      reverseFrom(tasks, before)
    }
  }

  function fill({ draft, value, dialect: outer }: Task): void {
    if (typeof value === 'boolean') {
      draft.always = value
    } else if (!isObject(value)) {
      problems.report('TK1502', { found: nameOf(value) }, { at: draft.at })
    } else {
      cursor.draft = draft
      cursor.dialect = dialectOf(value, draft.at, outer)
      resetLoose(cursor.loose)
      if (readReference(value)) readKeywords(value)
      const mark = marks.get(draft)
      if (mark) draft.classification ??= mark
    }
  }

  /** Whether the rest of the schema has a meaning. */
  function readReference(value: JsonObject): boolean {
    const ref = own(value, '$ref')
    if (ref === undefined) return true
    if (typeof ref !== 'string') {
      cursor.wrong('$ref', 'a text')
      return true
    }
    const { draft, dialect } = cursor
    const id = refer(ref, draft.at, dialect)
    if (id !== undefined) draft.ref = id
    const { refJoinsSiblings, title } = traitsOf(dialect)
    if (!refJoinsSiblings) ignoreSiblings(value, draft.at, title)
    return refJoinsSiblings
  }

  function readKeywords(value: JsonObject): void {
    const { draft, dialect } = cursor
    const atHome = keywordsOf(dialect)
    let annotated = false
    for (const keyword in value) {
      const handler = atHome.get(keyword)
      if (handler) handler(cursor, value[keyword] as JsonValue, keyword)
      else if (keyword.startsWith('x-')) {
        annotated = true
        keywords.get(keyword)?.(cursor, value[keyword] as JsonValue, keyword)
      } else readStray(keyword, value[keyword] as JsonValue)
    }
    if (annotated || draft.format === 'password') annotate(value, draft)
    settle(cursor)
    if (draft.pattern !== undefined || draft.patternProperties) judgePatterns(draft)
  }

  /** A keyword of other dialects, or of none. */
  function readStray(keyword: string, value: JsonValue): void {
    const { draft, dialect } = cursor
    const traits = traitsOf(dialect)
    const handler = keywords.get(keyword)
    if (handler) handler(cursor, value, keyword)
    const at = { document: draft.at.document, pointer: child(draft.at.pointer, keyword) }
    if (handler) tally.count('TK1504', { keyword, dialect: traits.title }, { at, part: 'key' })
    else if (!silentKeywords.has(keyword))
      tally.count('TK1501', { keyword }, { at, part: 'key', help: () => suggest(keyword, traits.keywords) })
  }

  /** A map may not be a reference, but contracts that are split into files have it, and its meaning is clear. */
  function readEntries(map: JsonObject, start: Origin, dialect: Dialect): ReadonlyMap<string, Schema> {
    const found = new Map<string, Schema>()
    let visited: Set<JsonObject> | undefined
    let current: Resolved | undefined = { value: map, at: start }
    while (current && isObject(current.value) && !visited?.has(current.value)) {
      const { value } = current
      const at: Origin = current.at
      const ref = own(value, '$ref')
      for (const name in value) {
        if (found.has(name) || (name === '$ref' && typeof ref === 'string')) continue
        const place = { document: at.document, pointer: child(at.pointer, name) }
        found.set(name, enter(value[name] as JsonValue, place, dialect))
      }
      if (typeof ref !== 'string') break
      tally.count('TK1512', {}, { at: { document: at.document, pointer: `${at.pointer}/$ref` } })
      visited ??= new Set()
      visited.add(value)
      const target = sources.resolve(ref, at, 'step')
      current = target && propertiesOf(target)
    }
    return found
  }

  function annotate(value: JsonObject, draft: Draft): void {
    Object.assign(draft, readSchemaAnnotations(value, draft.at, problems))
    if (draft.classification || draft.retention) said = true
    for (const [name, mark] of readMarkedProperties(value, draft.at)) {
      const property = draft.properties?.get(name)
      if (property) marks.set(property, mark)
      said = true
    }
  }

  function judgePatterns({ pattern, patternProperties, at }: Draft): void {
    const judge = (source: string, path: string, part: 'key' | 'value'): void => {
      const code = patternProblem(source)
      const place = { at: { document: at.document, pointer: at.pointer + path }, part }
      if (code) tally.count(code, { pattern: source.length > 100 ? `${source.slice(0, 97)}...` : source }, place)
    }
    if (pattern !== undefined) judge(pattern, '/pattern', 'value')
    if (!patternProperties) return
    for (const source of patternProperties.keys()) judge(source, `/patternProperties/${escapeToken(source)}`, 'key')
  }

  function dialectOf(value: JsonObject, at: Origin, outer: Dialect): Dialect {
    const uri = own(value, '$schema')
    if (typeof uri !== 'string') return outer
    const named = dialectOfUri(uri)
    if (!named) problems.report('TK1506', { uri }, { at: { document: at.document, pointer: `${at.pointer}/$schema` } })
    // OpenAPI 2.0 and 3.0 know no `$schema`: their own meaning stands.
    return named && outer !== 'openapi-2.0' && outer !== 'openapi-3.0' ? named : outer
  }

  function ignoreSiblings(value: JsonObject, at: Origin, title: string): void {
    let annotated = false
    for (const keyword in value) {
      if (describing.has(keyword)) continue
      if (keyword.startsWith('x-')) annotated = true
      else {
        const place = { document: at.document, pointer: child(at.pointer, keyword) }
        tally.count('TK1509', { keyword, dialect: title }, { at: place, part: 'key' })
      }
    }
    if (!annotated) return
    const lost = readSchemaAnnotations(value, at, problems)
    if (Object.keys(lost).length > 0) problems.report('TK1505', { dialect: title }, { at })
  }

  function createCursor(): Cursor & { draft: Draft; dialect: Dialect } {
    const below = (path: string): Origin => {
      const { document, pointer } = cursor.draft.at
      return { document, pointer: pointer + path }
    }
    return {
      // One cursor for all schemas: filling in one only enters those below it into the work list.
      draft: { kind: 'schema', at: { document: '', pointer: '' } },
      dialect: options.dialect,
      loose: resetLoose({} as Loose),
      child: (value, path) => enter(value, below(path), cursor.dialect),
      entries: (value, path) => readEntries(value, below(path), cursor.dialect),
      define(name, value, path) {
        target(value, below(path), cursor.dialect).name ??= name
      },
      dynamicRef(ref, keyword) {
        const { draft, dialect } = cursor
        const found = references.followDynamic(ref, draft.at)
        if (found) {
          const id = enterTarget(found, dialect)
          if (draft.ref === undefined) draft.ref = id
          else draft.allOf = [...(draft.allOf ?? []), { kind: 'schema', at: draft.at, ref: id }]
        } else {
          draft.dynamicRef = ref
          problems.report('TK1508', { ref }, { at: below(`/${keyword}`) })
        }
      },
      discriminator: (value) => discriminators.read(cursor.draft, value, cursor.dialect),
      wrong: (keyword, expected) => problems.report('TK1503', { keyword, expected }, { at: below(`/${keyword}`) }),
      unusual: (keyword, expected) => tally.count('TK1510', { keyword, expected }, { at: below(`/${keyword}`) }),
    }
  }
}

/** Of a whole schema where a map of schemas is expected, its properties are meant. */
function propertiesOf({ value, at }: Resolved): Resolved {
  const properties = isObject(value) && typeof own(value, 'type') === 'string' ? own(value, 'properties') : undefined
  if (!isObject(properties)) return { value, at }
  return { value: properties, at: { document: at.document, pointer: `${at.pointer}/properties` } }
}

function suggest(keyword: string, known: Iterable<string>): string | undefined {
  const near = didYouMean(keyword, known)
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}

/** What may stand beside a reference without anything being lost. */
const describing: ReadonlySet<string> = new Set([
  ...['$ref', 'title', 'summary', 'description', '$comment'],
  // Of the document rather than of the schema.
  ...['$schema', 'definitions', '$defs'],
])

function reverseFrom(list: unknown[], start: number): void {
  for (let low = start, high = list.length - 1; low < high; low++, high--) {
    ;[list[low], list[high]] = [list[high], list[low]]
  }
}

function nameOf(value: JsonValue): string {
  return value === null
    ? 'nothing'
    : isArray(value)
      ? 'a list'
      : `a ${typeof value === 'string' ? 'text' : typeof value}`
}
