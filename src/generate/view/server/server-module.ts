import type { Clearance, SecurityScheme } from '../../../contract/model/index.js'
import { holdKeyed } from '../../codec/model/facts.js'
import type { Plan } from '../../plan/types.js'
import { docComment, docOwn, docText } from '../../render/doc.js'
import { ident, strLit } from '../../render/escape.js'
import { fileHeader } from '../../render/header.js'
import { createImports } from '../../render/imports.js'
import type { Templates } from '../../render/templates.js'
import type { CodeText } from '../../render/text.js'
import { heritage } from '../wire/heritage.js'
import { arrayLiteral, objectLiteral } from '../wire/literal.js'
import { type Member, memberLines } from '../wire/members.js'
import { type ModuleTypes, moduleTypes, serverRuntime } from '../wire/module-types.js'
import { serverTagNames } from './tag-module.js'

/** `server.ts`: all handlers of all tags, the options, and how to make the server. */
export function renderServerModule(plan: Plan, templates: Templates): CodeText {
  const { contract, api } = plan
  const names = {
    handlers: `${api.pascal}Handlers`,
    options: `${api.pascal}ServerOptions`,
    factory: `create${api.pascal}Server`,
  }
  const imports = createImports({ module: 'server', declared: [...Object.values(names), 'contract'] })
  const types = moduleTypes({ plan, imports, runtime: serverRuntime, name: names.handlers })
  const tags = plan.tags.map((tag) => {
    const { handlers, operations } = serverTagNames(tag)
    const from = `server/${tag.file}`
    return { handlers: imports.type(from, handlers), operations: imports.value(from, operations) }
  })
  return templates.render('server', {
    header: fileHeader(plan.source),
    handlers: ident(names.handlers),
    handlersDoc: docComment([docText(contract.title), docOwn('A missing operation does not compile.')]),
    heritage: heritage(
      `export interface ${names.handlers}`,
      tags.map(({ handlers }) => handlers),
    ),
    options: ident(names.options),
    members: memberLines(optionMembers(plan, names.handlers, types)),
    factory: ident(names.factory),
    contract: objectLiteral([
      ['name', strLit(contract.title)],
      ['version', strLit(contract.version)],
      ['operations', arrayLiteral(tags.map(({ operations }) => `...${operations}` as CodeText))],
      ['securitySchemes', objectLiteral([...contract.securitySchemes].flatMap(schemeEntry))],
      ['dataPolicy', dataPolicyLiteral(plan)],
      ['audience', contract.audience === undefined ? undefined : strLit(contract.audience)],
      ['keyedMasks', holdKeyed(contract.schemas) ? ('true' as CodeText) : undefined],
    ]),
    serverOptions: types.runtime('ServerOptions'),
    contractType: types.runtime('ServerContract'),
    createServer: imports.value(serverRuntime, 'createServer'),
    server: types.runtime('GovernedServer'),
    imports: imports.statements(),
  })
}

function optionMembers(plan: Plan, handlers: string, types: ModuleTypes): readonly Member[] {
  const operations = plan.tags.flatMap((tag) => tag.operations)
  const members: Member[] = [{ name: 'handlers', presence: 'required', type: types.declared(handlers) }]
  if (operations.some(({ operation, scope }) => scope !== 'public' || operation.security.length > 0)) {
    members.push({
      name: 'authenticate',
      presence: 'required',
      type: types.runtime('Authenticate'),
      doc: docComment([docOwn('Operations ask for a verified caller.')]),
    })
  }
  if (operations.some(({ idempotency }) => idempotency)) {
    members.push({
      name: 'idempotency',
      presence: 'required',
      type: types.runtime('IdempotencyStore'),
      doc: docComment([docOwn('Operations declare idempotency: what they did is kept here.')]),
    })
  }
  return members
}

function schemeEntry([name, scheme]: readonly [string, SecurityScheme]): readonly [string, CodeText][] {
  const claim = scheme.tenantKey?.value.claim
  const tenantClaim = ['tenantClaim', claim === undefined ? undefined : strLit(claim)] as const
  const type = ['type', strLit(scheme.type)] as const
  switch (scheme.type) {
    case 'http':
      return [[name, objectLiteral([type, ['scheme', strLit(scheme.scheme.toLowerCase())], tenantClaim])]]
    case 'apiKey':
      return [[name, objectLiteral([type, ['in', strLit(scheme.in)], ['name', strLit(scheme.parameter)], tenantClaim])]]
    case 'oauth2':
    case 'openIdConnect':
      return [[name, objectLiteral([type, tenantClaim])]]
    case 'mutualTLS':
      return [[name, objectLiteral([type])]]
    case 'broker':
      return []
  }
}

/** Without a default in the contract, callers are cleared up to `internal` (vocabulary, "Masking in use"). */
function dataPolicyLiteral({ contract: { dataPolicy } }: Plan): CodeText {
  return objectLiteral([
    ['default', clearanceLiteral(dataPolicy.default ?? { max: 'internal', reveal: [] })],
    ['clearances', objectLiteral([...dataPolicy.clearances].map(([name, one]) => [name, clearanceLiteral(one)]))],
    ['claim', strLit(dataPolicy.clearanceClaim)],
  ])
}

function clearanceLiteral({ max, reveal, purpose }: Clearance): CodeText {
  return objectLiteral([
    ['max', strLit(max)],
    ['reveal', arrayLiteral(reveal.map(strLit))],
    ['purpose', purpose === undefined ? undefined : strLit(purpose)],
  ])
}
