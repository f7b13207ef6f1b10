import type { Plan } from '../../plan/types.js'
import { docComment, docOwn, docText } from '../../render/doc.js'
import { ident, strLit } from '../../render/escape.js'
import { fileHeader } from '../../render/header.js'
import { createImports } from '../../render/imports.js'
import type { Templates } from '../../render/templates.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { heritage } from '../wire/heritage.js'
import { objectLiteral, trueLiteral } from '../wire/literal.js'
import { type Member, memberLines } from '../wire/members.js'
import { clientRuntime, type ModuleTypes, moduleTypes } from '../wire/module-types.js'
import { absoluteServer } from './base-url.js'
import { authMember, schemesLiteral } from './client-auth.js'
import { tagNames } from './module-names.js'

/** `client.ts`: the options, the client with all operations of all tags, and how to make one. */
export function renderClientModule(plan: Plan, templates: Templates): CodeText {
  const { camel, pascal } = plan.api
  const names = {
    options: `${pascal}ClientOptions`,
    client: `${pascal}Client`,
    factory: `create${pascal}Client`,
    transportFactory: `create${pascal}Transport`,
    baseUrl: `${camel}BaseUrl`,
  }
  const imports = createImports({ module: 'client', declared: [...Object.values(names), 'contract', 'assemble'] })
  const types = moduleTypes({ plan, imports, runtime: clientRuntime, name: names.client })
  const baseUrl = absoluteServer(plan.contract.servers)
  const tags = plan.tags.map((tag) => {
    const { resource, factory } = tagNames(tag)
    const from = `operations/${tag.file}`
    return { resource: imports.type(from, resource), factory: imports.value(from, factory) }
  })
  const { contract } = plan
  return templates.render('client', {
    header: fileHeader(plan.source),
    hasBaseUrl: baseUrl !== undefined,
    baseUrlName: ident(names.baseUrl),
    baseUrl: strLit(baseUrl ?? ''),
    options: ident(names.options),
    members: memberLines(optionMembers(plan, baseUrl, names.baseUrl, types)),
    client: ident(names.client),
    clientDoc: docComment([
      docText(contract.title),
      ...(contract.summary === undefined ? [] : [docText(contract.summary)]),
    ]),
    heritage: heritage(
      `export interface ${names.client}`,
      tags.map(({ resource }) => resource),
    ),
    tags,
    hasPathways: plan.hasPathways,
    factory: ident(names.factory),
    transportFactory: ident(names.transportFactory),
    contract: objectLiteral([
      ['name', strLit(plan.api.camel)],
      ['baseUrl', baseUrl === undefined ? undefined : (names.baseUrl as CodeText)],
      ['securitySchemes', schemesLiteral(plan)],
      ['propagatesTenant', plan.propagatesTenant && plan.needsTenant ? trueLiteral : undefined],
    ]),
    clientOptions: types.runtime('ClientOptions'),
    contractType: types.runtime('ClientContract'),
    createTransport: imports.value(clientRuntime, 'createTransport'),
    transport: types.runtime('Transport'),
    imports: imports.statements(),
  })
}

function optionMembers(
  plan: Plan,
  baseUrl: string | undefined,
  baseUrlName: string,
  types: ModuleTypes,
): readonly Member[] {
  const auth = authMember(plan, types)
  return [
    {
      name: 'baseUrl',
      presence: baseUrl === undefined ? 'required' : 'undefinable',
      type: 'string | URL' as TypeText,
      doc: docComment([
        docOwn(baseUrl === undefined ? 'The contract names no absolute server.' : `Default: \`${baseUrlName}\`.`),
      ]),
    },
    ...(auth ? [{ ...auth, doc: docComment([docOwn('What the security schemes of the contract ask for.')]) }] : []),
    ...(plan.needsTenant
      ? [
          {
            name: 'tenant',
            presence: 'required' as const,
            type: types.runtime('TenantSource'),
            doc: docComment([docOwn('Whom the calls are made for; operations of this API need a tenant.')]),
          },
        ]
      : []),
  ]
}
