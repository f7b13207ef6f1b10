import { isAbove } from '../../contract/annotation/category.js'
import type { Schema, SchemaId } from '../../contract/model/index.js'
import { follow } from '../../contract/schema/index.js'
import { beyondNames, describe, type Standing } from '../masking/described.js'
import { alwaysShown, type FieldClass, fieldClass, unclassified } from '../masking/field-class.js'
import { isKeyed } from '../masking/keyed.js'
import { isLeaf } from '../masking/shape.js'
import { tagsOf } from '../masking/tags.js'
import type { Direction, OutputFile, Plan, PlannedSchema } from '../plan/types.js'
import { toStyle } from '../plan/words.js'
import { fileHeader } from '../render/header.js'
import type { Imports } from '../render/imports.js'
import type { CodeText, Ident } from '../render/text.js'
import { checkFunction } from './check/check-function.js'
import { isUnconstrained } from './check/constraint.js'
import { evaluateFunction } from './check/evaluate.js'
import { type CodecModule, codecRuntime, createCodecModule, createIdentities, type Scope } from './codec-module.js'
import type { CodecContext } from './context.js'
import { guardFunction } from './guard-function.js'
import { createFacts } from './model/facts.js'
import { elsewhere, inheritedAt, type SchemaPlace, schemaPlaces } from './places.js'
import { pickFunction } from './write/pick-function.js'
import { createPlainness } from './write/plain.js'
import { writeFunction } from './write/write-function.js'

/** The codecs of a plan: made as they are asked for, so that nothing is emitted that no operation needs. */
export interface Codecs {
  /**
   * An expression for the codec of a schema, importing what it needs. `input`: only checks. Without a schema: the codec
   * that takes any value of JSON.
   */
  readonly reference: (schema: Schema | undefined, direction: Direction, imports: Imports) => CodeText
  /**
   * Expressions for the functions that write a named schema as it goes out and, where that differs, as it comes in.
   * Undefined where it holds nothing that is ever hidden, or only repeats another.
   */
  readonly writers: (planned: PlannedSchema, imports: Imports) => readonly CodeText[] | undefined
  /** The files of everything that was asked for, in the order of their paths. Call it last. */
  files(): readonly OutputFile[]
}

export function createCodecs(plan: Plan): Codecs {
  const { contract } = plan
  const { schemas } = contract
  const identityOf = createIdentities()
  const idOf = new Map<Schema, SchemaId>([...schemas].map(([id, schema]) => [schema, id]))
  const places = schemaPlaces(plan)
  const shownToAll = alwaysShown(contract, 'anybody')
  const isHidden = (held: FieldClass | undefined): boolean =>
    held !== undefined && isAbove(held.sensitivity, shownToAll)
  const facts = createFacts(schemas, ({ classification }) => isHidden(fieldClass(classification?.value, false)))
  const fallback = unclassified(contract)

  const modules = new Map<string, CodecModule>()
  const functions = new Map<string, { readonly module: CodecModule; readonly name: Ident }>()
  const pending: (() => void)[] = []

  const context: CodecContext = {
    schemas,
    facts,
    direction: 'output',
    isHidden,
    isTag: tagsOf(contract),
    check(schema, direction, scope, leftOut = new Set()) {
      const own: Direction =
        direction === 'input' && (leftOut.size > 0 || facts.variesByDirection(schema)) ? 'input' : 'output'
      const suffix = own === 'input' && usedForOutput(schema) ? 'Input' : ''
      return request(
        `check ${own} ${identityOf(schema)} ${leftOut.size === 0 ? '' : JSON.stringify([...leftOut])}`,
        'check',
        [schema],
        scope,
        suffix,
        (declaration, at) =>
          checkFunction(declaration, schema, idOf.get(schema), { context, scope: at, direction: own, leftOut }),
      )
    },
    evaluate(schema, direction, scope) {
      const key = `evaluate ${direction} ${identityOf(schema)}`
      return request(key, 'evaluate', [schema], scope, '', (declaration, at) =>
        evaluateFunction(declaration, schema, { context, scope: at, direction, leftOut: new Set() }),
      )
    },
    guard(schema, scope) {
      return request(
        `guard ${identityOf(schema)} ${schema.tenantKey ? scope.field : ''}`,
        'guard',
        [schema],
        scope,
        '',
        (declaration, at) => guardFunction(declaration, schema, at, context),
      )
    },
    isPlain: createPlainness(schemas),
    pick: (given, inherited, scope) => requestWrite(given, inherited, scope, 'pick', 'output'),
    write: (given, inherited, scope) => requestWrite(given, inherited, scope, 'write', 'output'),
    writeCertain: (given, inherited, scope) => requestWrite(given, inherited, scope, 'write certain', 'output'),
  }
  const echoing: CodecContext = {
    ...context,
    direction: 'input',
    pick: (given, inherited, scope) => requestWrite(given, inherited, scope, 'pick', 'input'),
    write: (given, inherited, scope) => requestWrite(given, inherited, scope, 'write', 'input'),
    writeCertain: (given, inherited, scope) => requestWrite(given, inherited, scope, 'write certain', 'input'),
  }

  return { reference, writers, files }

  function reference(schema: Schema | undefined, direction: Direction, imports: Imports): CodeText {
    if (!schema)
      return imports.value(codecRuntime, direction === 'input' ? 'anyInput' : 'anyOutput') as string as CodeText
    const place = placeOf(schema, direction)
    const inherited = inheritedAt(place, fallback)
    const direct = asNamed(schema, inherited)
    const named = direct && plan.schemas.get(direct.id)
    const isPlain = direct !== undefined && !context.isHidden(direct.inherited) === !context.isHidden(fallback)
    const scope = named && (direction === 'input' || isPlain) ? namedScope(named) : placeScope(place, schema)
    const target = direct ? direct.schema : schema
    const name = codec(target, direction, direct ? direct.inherited : inherited, scope)
    return imports.value(scope.module.path, name) as string as CodeText
  }

  function writers(planned: PlannedSchema, imports: Imports): readonly CodeText[] | undefined {
    const { schema, usedIn } = planned
    if (usedIn.size === 0 || asNamed(schema, fallback)?.id !== planned.id) return undefined
    if (!facts.holdsHidden(schema) && !context.isHidden(fallback)) return undefined
    const scope = namedScope(planned)
    const names = [context, echoing].map((writing) => writing.write([schema], fallback, scope))
    return [...new Set(names)].map((name) => imports.value(scope.module.path, name) as string as CodeText)
  }

  /** Declares the codec of a schema in the module of the scope, once. */
  function codec(schema: Schema, direction: Direction, inherited: FieldClass | undefined, scope: Scope): Ident {
    const key = `codec ${scope.module.path} ${direction} ${identityOf(schema)} ${classKey(inherited)}`
    const known = functions.get(key)
    if (known) return known.name
    const { module } = scope
    const suffix = direction === 'input' ? 'InputCodec' : 'Codec'
    const name = module.declare(lowerFirst(scope.name) + suffix)
    functions.set(key, { module, name })
    const fill = module.slot()
    pending.push(() => fill(codecLines(name, schema, direction, inherited, scope)))
    return name
  }

  function codecLines(
    name: Ident,
    schema: Schema,
    direction: Direction,
    inherited: FieldClass | undefined,
    scope: Scope,
  ): readonly string[] {
    const { module } = scope
    const target = follow(schema, schemas)
    const constant = target.always === false ? 'refuseAll' : isUnconstrained(target) ? 'acceptAll' : undefined
    const check = constant === undefined ? context.check(target, direction, scope) : module.runtime(constant)
    const guard = facts.holdsTenantKey(schema) ? context.guard(schema, scope) : undefined
    const write = direction === 'input' ? module.runtime('unwritten') : context.write([schema], inherited, scope)
    const first = `export const ${name}: ${module.runtimeType('Codec')} = {`
    if (direction === 'input') {
      const echo =
        facts.holdsHidden(schema) || context.isHidden(inherited) ? echoOf(schema, inherited, scope) : undefined
      const optional = [guard && `  guard: ${guard},`, echo && `  echo: ${echo},`].flatMap((line) => line ?? [])
      return [first, `  check: ${check},`, `  write: ${write},`, ...optional, '}']
    }
    const keyed = facts.holdsKeyed(schema) || isKeyed(normal(inherited)?.masking) ? ['  keyed: true,'] : []
    if (guard === undefined) return [first, `  check: ${check},`, `  write: ${write},`, ...keyed, '}']
    return [
      first,
      `  check: ${check},`,
      '  write(value, view) {',
      `    ${guard}(value, view)`,
      `    return ${write}(value, view)`,
      '  },',
      `  guard: ${guard},`,
      ...keyed,
      '}',
    ]
  }

  /** No text is needed: where values can be picked they are. */
  function echoOf(schema: Schema, inherited: FieldClass | undefined, scope: Scope): string {
    const { shape } = describe([schema], inherited, schemas)
    const canPick = !isLeaf(shape) && context.isPlain([schema])
    return canPick ? echoing.pick([schema], inherited, scope) : echoing.write([schema], inherited, scope)
  }

  function files(): readonly OutputFile[] {
    for (let task = pending.pop(); task; task = pending.pop()) task()
    const header = fileHeader(plan.source)
    return [...modules.values()]
      .sort((before, after) => (before.path < after.path ? -1 : 1))
      .map((module) => ({ path: `${module.path}.ts`, text: module.text(header) }))
  }

  function requestWrite(
    given: readonly Schema[],
    inherited: FieldClass | undefined,
    scope: Scope,
    kind: 'write' | 'write certain' | 'pick',
    direction: Direction,
  ): string {
    const onlyCertain = kind === 'write certain'
    const verb = kind === 'pick' ? 'pick' : 'write'
    const [only, ...others] = given
    const direct = only && others.length === 0 && !onlyCertain ? asNamed(only, inherited) : undefined
    const target = direct ? [direct.schema] : given
    const held = normal(direct ? direct.inherited : inherited)
    const ids = target.map(identityOf).join(' ')
    const suffix = held && classKey(held) !== classKey(normal(fallback)) ? toStyle(held.sensitivity, 'pascal') : ''
    const isInput = direction === 'input' && target.some((one) => facts.variesByDirection(one))
    const key = `${verb} ${ids} ${classKey(held)}${onlyCertain ? ' certain' : ''}${isInput ? ' input' : ''}`
    const full = `${suffix}${isInput ? 'Input' : ''}${onlyCertain ? 'Certain' : ''}`
    const lines = kind === 'pick' ? pickFunction : writeFunction
    return request(key, verb, target, scope, full, (declaration, at) =>
      lines(declaration, { schemas: target, inherited: held, onlyCertain, scope: at }, isInput ? echoing : context),
    )
  }

  /** The function for a key, made now or later. What has a name lives in the module of that name. */
  function request(
    key: string,
    verb: string,
    subject: readonly Schema[],
    scope: Scope,
    suffix: string,
    lines: (declaration: string, scope: Scope) => readonly string[],
  ): string {
    const owner = ownerOf(subject)
    const home: Scope = owner ? namedScope(owner) : scope
    const full = owner ? key : `${key} in ${home.module.path}`
    let known = functions.get(full)
    if (!known) {
      const { module } = home
      const name = module.declare(`${verb}${home.name}${suffix}`)
      known = { module, name }
      functions.set(full, known)
      const fill = module.slot()
      const declaration = `${owner ? 'export ' : ''}function ${name}`
      pending.push(() => fill(lines(declaration, suffix === 'Certain' ? home : { ...home, name: home.name + suffix })))
    }
    return known.module === scope.module ? known.name : scope.module.imports.value(known.module.path, known.name)
  }

  function ownerOf([only, ...others]: readonly Schema[]): PlannedSchema | undefined {
    const id = only && others.length === 0 ? idOf.get(only) : undefined
    return id === undefined ? undefined : plan.schemas.get(id)
  }

  function namedScope({ codecModule, typeName }: PlannedSchema): Scope {
    return { module: moduleAt(codecModule), name: typeName, field: typeName }
  }

  function placeScope({ module, name }: SchemaPlace, schema: Schema): Scope {
    const owner = plan.schemas.get(idOf.get(schema) ?? '')
    return { module: moduleAt(module), name, field: owner?.typeName ?? name }
  }

  function moduleAt(path: string): CodecModule {
    const known = modules.get(path)
    if (known) return known
    const module = createCodecModule(path)
    modules.set(path, module)
    return module
  }

  function placeOf(schema: Schema, direction: Direction): SchemaPlace {
    const known = places.get(schema)
    return known?.[direction] ?? known?.[direction === 'input' ? 'output' : 'input'] ?? elsewhere
  }

  /** What a schema stands for, when that has an id. */
  function asNamed(
    schema: Schema,
    inherited: FieldClass | undefined,
  ): (Standing & { readonly id: SchemaId }) | undefined {
    const standing = beyondNames(schema, inherited, schemas)
    const id = idOf.get(standing.schema)
    return id === undefined ? undefined : { ...standing, id }
  }

  function usedForOutput(schema: Schema): boolean {
    const id = idOf.get(schema)
    return id === undefined || plan.schemas.get(id)?.usedIn.has('output') === true
  }

  /** A class that nobody has to be asked for is as good as none. */
  function normal(held: FieldClass | undefined): FieldClass | undefined {
    return context.isHidden(held) ? held : undefined
  }

  function classKey(held: FieldClass | undefined): string {
    const known = normal(held)
    return known ? JSON.stringify([known.sensitivity, known.category, known.masking, known.weak]) : ''
  }
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
