import type { Plan, PlannedOperation, PlannedTag } from '../../plan/types.js'
import { docComment, docText } from '../../render/doc.js'
import { ident, jsonLit, numberLit, strLit } from '../../render/escape.js'
import { fileHeader } from '../../render/header.js'
import { createImports } from '../../render/imports.js'
import type { Templates } from '../../render/templates.js'
import type { CodeText } from '../../render/text.js'
import { constantViews } from '../wire/constants.js'
import { type Hoisted, hoistShared } from '../wire/hoist.js'
import { objectLiteral } from '../wire/literal.js'
import { clientRuntime, moduleTypes } from '../wire/module-types.js'
import { idempotencyEntries, operationEntries } from '../wire/operation-entries.js'
import { resilienceLiteral } from '../wire/resilience-literal.js'
import { requirementsOf } from '../wire/security.js'
import { createWireWriter } from '../wire/wire-parts.js'
import { absoluteServer } from './base-url.js'
import { descriptorNames, itemsNames, tagNames } from './module-names.js'
import { operationView } from './operation-view.js'

/** `operations/<tag>.ts`: types, functions and the facade of one tag. */
export function renderOperations(plan: Plan, tag: PlannedTag, templates: Templates): CodeText {
  const { resource, factory } = tagNames(tag)
  const items = itemsNames(tag)
  const constants = descriptorNames(tag, [factory, ...items.values()])
  const parts = tag.operations.map(createWireWriter(plan.contract.schemas))
  const functions = [factory, ...items.values(), ...constants, ...tag.operations.map(({ camel }) => camel)]
  const hoisted = hoistShared(parts, new Set(functions))
  const declared = [
    ...functions,
    resource,
    ...hoisted.constants.map(({ name }) => name),
    ...tag.operations.flatMap(({ pascal }) => [`${pascal}Input`, `${pascal}Result`]),
  ]
  const imports = createImports({ module: `operations/${tag.file}`, declared })
  const types = moduleTypes({ plan, imports, runtime: clientRuntime, name: `${tag.pascal}Operations` })
  const operations = tag.operations.map((planned, index) => ({
    ...operationView(planned, { constant: constants[index] ?? '', items: items.get(planned) }, plan, types),
    descriptor: descriptor(planned, hoisted.operations[index], plan),
  }))
  return templates.render('operations', {
    header: fileHeader(plan.source),
    constants: constantViews(hoisted, (kind) => types.runtime(kind === 'parameter' ? 'WireParameter' : 'WireResponse')),
    operations,
    transport: types.runtime('Transport'),
    descriptorType: types.runtime('ClientOperation'),
    paged: items.size > 0 ? imports.value(clientRuntime, 'paged') : ('' as CodeText),
    eachItem: items.size > 0 ? imports.value(clientRuntime, 'eachItem') : ('' as CodeText),
    resource: ident(resource),
    factory: ident(factory),
    doc: docComment([tag.description === undefined ? undefined : docText(tag.description)]),
    helpers: types.helpers(),
    // Last: everything above may have asked for an import.
    imports: imports.statements(),
  })
}

function descriptor(planned: PlannedOperation, parts: Hoisted['operations'][number] | undefined, plan: Plan): CodeText {
  const { operation, pagination } = planned
  const resilience = operation.governance.resilience?.value
  const idempotency = idempotencyEntries(planned)
  const baseUrl = operation.servers && absoluteServer(operation.servers)
  const isOwn = baseUrl !== undefined && baseUrl !== absoluteServer(plan.contract.servers)
  return objectLiteral([
    ...operationEntries(planned, parts, requirementsOf(planned, plan)),
    ['idempotency', idempotency && objectLiteral(idempotency)],
    ['timeout', resilience?.timeout === undefined ? undefined : numberLit(resilience.timeout)],
    ['attempts', resilience?.retry && numberLit(resilience.retry.attempts)],
    ['resilience', resilienceLiteral(planned)],
    ['pagination', pagination && jsonLit({ ...pagination })],
    ['baseUrl', isOwn ? strLit(baseUrl) : undefined],
  ])
}
