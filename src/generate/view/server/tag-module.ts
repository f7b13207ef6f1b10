import type { Idempotency, Pathway } from '../../../contract/model/index.js'
import type { Plan, PlannedOperation, PlannedTag } from '../../plan/types.js'
import { docComment, docText } from '../../render/doc.js'
import { ident, numberLit, strLit } from '../../render/escape.js'
import { fileHeader } from '../../render/header.js'
import { createImports } from '../../render/imports.js'
import type { Templates, TemplateView } from '../../render/templates.js'
import type { CodeText } from '../../render/text.js'
import { constantViews } from '../wire/constants.js'
import { type Hoisted, hoistShared } from '../wire/hoist.js'
import { arrayLiteral, type Entry, indented, objectLiteral } from '../wire/literal.js'
import { type ModuleTypes, moduleTypes, serverRuntime } from '../wire/module-types.js'
import { operationDoc } from '../wire/operation-doc.js'
import { idempotencyEntries, operationEntries } from '../wire/operation-entries.js'
import { resilienceLiteral } from '../wire/resilience-literal.js'
import { createWireWriter } from '../wire/wire-parts.js'
import { replyTypes } from './reply-type.js'
import { requestDeclaration } from './request-type.js'
import type { SelectionOf } from './selection-literal.js'
import { type CodecReference, serverParts } from './server-parts.js'

/** Names of what the server module of a tag declares beside its operations. */
export function serverTagNames(tag: PlannedTag): { readonly handlers: string; readonly operations: string } {
  return { handlers: `${tag.pascal}TagHandlers`, operations: `${tag.camel}Operations` }
}

export interface TagReferences {
  readonly codecOf: CodecReference
  readonly selectionOf: SelectionOf
}

/** `server/<tag>.ts`: what handlers get and answer, the interface of the tag's handlers, descriptors with codecs. */
export function renderServerTag(
  plan: Plan,
  tag: PlannedTag,
  templates: Templates,
  { codecOf, selectionOf }: TagReferences,
): CodeText {
  const { schemas } = plan.contract
  const names = serverTagNames(tag)
  const declared = [
    ...Object.values(names),
    ...tag.operations.flatMap(({ pascal }) => [`${pascal}Request`, `${pascal}Reply`, `${pascal}Respond`]),
  ]
  const imports = createImports({ module: `server/${tag.file}`, declared })
  const codecs = serverParts((schema, direction) => codecOf(schema, direction, imports), schemas)
  const hoisted = hoistShared(tag.operations.map(createWireWriter(schemas, codecs)), new Set(declared))
  const types = moduleTypes({ plan, imports, runtime: serverRuntime, name: `${tag.pascal}Server` })
  return templates.render('server-tag', {
    header: fileHeader(plan.source),
    operations: tag.operations.map((planned, index) =>
      operationView(planned, descriptor(planned, hoisted.operations[index], plan, selectionOf), plan, types),
    ),
    handlers: ident(names.handlers),
    doc: docComment([tag.description === undefined ? undefined : docText(tag.description)]),
    constants: constantViews(hoisted, (kind) =>
      types.runtime(kind === 'parameter' ? 'ServerParameter' : 'ServerResponse'),
    ),
    descriptors: ident(names.operations),
    descriptorType: types.runtime('ServerOperation'),
    helpers: types.helpers(),
    imports: imports.statements(),
  })
}

function operationView(planned: PlannedOperation, described: CodeText, plan: Plan, types: ModuleTypes): TemplateView {
  const { pascal } = planned
  const { reply, respond } = replyTypes(planned, types)
  const request = requestDeclaration(planned, types)
  return {
    named: types.takeNamed(),
    name: ident(planned.camel),
    request,
    requestName: ident(`${pascal}Request`),
    reply: ident(`${pascal}Reply`),
    replyType: reply,
    respond: ident(`${pascal}Respond`),
    respondMembers: respond,
    doc: operationDoc(planned, plan).member,
    descriptor: indented(described) as CodeText,
  }
}

function descriptor(
  planned: PlannedOperation,
  parts: Hoisted['operations'][number] | undefined,
  plan: Plan,
  selectionOf: SelectionOf,
): CodeText {
  const { classification, dataFlow, idempotency, resilience } = planned.operation.governance
  const timeout = resilience?.value.timeout
  const purposes = [
    ...new Set([
      ...(dataFlow?.value.purpose === undefined ? [] : [dataFlow.value.purpose]),
      ...(classification?.value.purpose ?? []),
    ]),
  ]
  return objectLiteral([
    ...operationEntries(
      planned,
      parts,
      planned.operation.security.map(({ schemes }) => schemes),
    ),
    ['handler', planned.camel === planned.operation.id ? undefined : strLit(planned.camel)],
    ['idempotency', idempotency && idempotencyLiteral(planned, idempotency.value)],
    ['pathways', pathwaysLiteral(planned, plan)],
    ['timeout', timeout === undefined ? undefined : numberLit(timeout)],
    ['purposes', purposes.length === 0 ? undefined : arrayLiteral(purposes.map(strLit))],
    ['selection', selectionOf(planned)],
    ['resilience', resilienceLiteral(planned)],
  ])
}

/** The ways across a tenant's boundary that the operation names, as far as the contract declares them. */
function pathwaysLiteral({ operation, scope }: PlannedOperation, { contract }: Plan): CodeText | undefined {
  if (scope !== 'cross-tenant') return undefined
  const named = operation.governance.scope?.value.pathways ?? []
  return arrayLiteral(
    named.flatMap((id) => {
      const pathway = contract.pathways.get(id)
      return pathway ? [pathwayLiteral(pathway)] : []
    }),
  )
}

function pathwayLiteral({ id, purpose, ceiling, categories }: Pathway): CodeText {
  return objectLiteral([
    ['id', strLit(id)],
    ['purpose', strLit(purpose)],
    ['ceiling', ceiling && strLit(ceiling)],
    ['categories', categories && arrayLiteral(categories.map(strLit))],
  ])
}

const hour = 3_600_000
const minute = 60_000

function idempotencyLiteral(planned: PlannedOperation, declared: Idempotency): CodeText | undefined {
  const common = idempotencyEntries(planned)
  if (!common) return undefined
  const own: readonly Entry[] = [
    ['ttl', numberLit(declared.ttl ?? 24 * hour)],
    ['lease', numberLit(declared.lease ?? minute)],
    // A blocked retry costs less than an effect that happens twice.
    ['onLeaseExpired', strLit(declared.onLeaseExpired ?? 'block')],
    ['scope', strLit(declared.scope)],
  ]
  return objectLiteral([...common, ...own])
}
