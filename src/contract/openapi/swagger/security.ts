import type { OAuthFlow, SecurityScheme } from '../../model/index.js'
import { below, checkFields, entriesOf, type Node, present, type Reading, requiredNameOf, textOf } from '../reading.js'
import { target } from '../reference.js'
import { readApiKey, readScopes, reportUnknownType, schemeBase } from '../security.js'

const flows: Readonly<Record<string, OAuthFlow['kind']>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
}

/** `securityDefinitions` of OpenAPI 2.0. */
export function readSecurityDefinitions(reading: Reading, node: Node): Map<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>()
  for (const { key, value, at } of entriesOf(reading, node, 'securityDefinitions')) {
    const found = target(reading, key, value, at)
    const scheme = found && readDefinition(reading, key, found)
    if (scheme) schemes.set(key, scheme)
  }
  return schemes
}

function readDefinition(reading: Reading, name: string, node: Node): SecurityScheme | undefined {
  checkFields(reading, node, 'security scheme')
  const base = schemeBase(reading, name, node)
  const type = requiredNameOf(reading, node, 'type', 'a security scheme')
  if (type === 'basic') return { ...base, type: 'http', scheme: 'basic' }
  if (type === 'apiKey') return readApiKey(reading, base, node)
  if (type === 'oauth2') {
    const flow = readFlow(reading, name, node)
    return flow && { ...base, type, flows: [flow] }
  }
  if (type !== undefined) reportUnknownType(reading, name, type, node)
  return undefined
}

function readFlow(reading: Reading, name: string, node: Node): OAuthFlow | undefined {
  const written = requiredNameOf(reading, node, 'flow', 'a security scheme of this type')
  if (written === undefined) return undefined
  const kind = Object.hasOwn(flows, written) ? flows[written] : undefined
  if (!kind) {
    const reason = `there is no flow \`${written}\``
    reading.problems.report('TK1116', { name, reason }, { at: below(node.at, 'flow') })
    return undefined
  }
  return present({
    kind,
    authorizationUrl: textOf(reading, node, 'authorizationUrl'),
    tokenUrl: textOf(reading, node, 'tokenUrl'),
    scopes: readScopes(reading, node),
  })
}
