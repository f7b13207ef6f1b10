import { readPartAnnotations } from '../annotation/index.js'
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../model/index.js'
import {
  below,
  checkFields,
  entriesIn,
  entriesOf,
  flagOf,
  listOf,
  type Node,
  objectOf,
  objectsOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
} from './reading.js'
import { type Target, target } from './reference.js'

/** The schemes of OpenAPI 3, in `components`. */
export function readSecuritySchemes(reading: Reading, node: Node): Map<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>()
  for (const { key, value, at } of entriesOf(reading, node, 'securitySchemes')) {
    const found = target(reading, key, value, at)
    const scheme = found && readScheme(reading, key, found)
    if (scheme) schemes.set(key, scheme)
  }
  return schemes
}

function readScheme(reading: Reading, name: string, node: Target): SecurityScheme | undefined {
  checkFields(reading, node, 'security scheme')
  const base = schemeBase(reading, name, node)
  const object = 'a security scheme of this type'
  const type = requiredNameOf(reading, node, 'type', 'a security scheme')
  if (type === 'apiKey') return readApiKey(reading, base, node)
  if (type === 'http') {
    const scheme = requiredNameOf(reading, node, 'scheme', object)
    if (scheme === undefined) return undefined
    // Names of schemes are case-insensitive (RFC 9110, 11.1).
    return {
      ...base,
      type,
      scheme: scheme.toLowerCase(),
      ...present({ bearerFormat: textOf(reading, node, 'bearerFormat') }),
    }
  }
  if (type === 'oauth2') {
    return {
      ...base,
      type,
      flows: readFlows(reading, node),
      ...present({ metadataUrl: textOf(reading, node, 'oauth2MetadataUrl') }),
    }
  }
  if (type === 'openIdConnect') {
    const url = requiredNameOf(reading, node, 'openIdConnectUrl', object)
    return url === undefined ? undefined : { ...base, type, url }
  }
  if (type === 'mutualTLS') return { ...base, type }
  if (type !== undefined) reportUnknownType(reading, name, type, node)
  return undefined
}

export function reportUnknownType(reading: Reading, name: string, type: string, node: Node): void {
  reading.problems.report('TK1116', { name, reason: `there is no type \`${type}\`` }, { at: below(node.at, 'type') })
}

/** What all schemes have. */
export function schemeBase(reading: Reading, name: string, node: Target) {
  return present({
    name,
    description: node.description ?? textOf(reading, node, 'description'),
    deprecated: flagOf(reading, node, 'deprecated'),
    tenantKey: readPartAnnotations(node.value, node.at, reading.problems, 'security-scheme').tenantKey,
    at: node.at,
  })
}

export function readApiKey(
  reading: Reading,
  base: ReturnType<typeof schemeBase>,
  node: Node,
): SecurityScheme | undefined {
  const parameter = requiredNameOf(reading, node, 'name', 'a security scheme of this type')
  const place = requiredNameOf(reading, node, 'in', 'a security scheme of this type')
  if (parameter === undefined || place === undefined) return undefined
  if (place === 'query' || place === 'header' || (place === 'cookie' && reading.version !== '2.0')) {
    return { ...base, type: 'apiKey', in: place, parameter }
  }
  const reason = `\`in\` is \`${place}\`, which is not one of query, header and cookie`
  reading.problems.report('TK1116', { name: base.name, reason }, { at: below(node.at, 'in') })
  return undefined
}

const flowKinds = ['implicit', 'password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'] as const

function readFlows(reading: Reading, node: Node): readonly OAuthFlow[] {
  const flows = objectOf(reading, node, 'flows')
  if (!flows) return []
  checkFields(reading, flows, 'OAuth flows')
  return flowKinds.flatMap((kind) => {
    const flow = objectOf(reading, flows, kind)
    return flow ? [readFlow(reading, kind, flow)] : []
  })
}

function readFlow(reading: Reading, kind: OAuthFlow['kind'], node: Node): OAuthFlow {
  checkFields(reading, node, 'OAuth flow')
  return present({
    kind,
    authorizationUrl: textOf(reading, node, 'authorizationUrl'),
    tokenUrl: textOf(reading, node, 'tokenUrl'),
    refreshUrl: textOf(reading, node, 'refreshUrl'),
    deviceAuthorizationUrl: textOf(reading, node, 'deviceAuthorizationUrl'),
    scopes: readScopes(reading, node),
  })
}

export function readScopes(reading: Reading, node: Node): ReadonlyMap<string, string> {
  const scopes = new Map<string, string>()
  for (const { key, value } of entriesOf(reading, node, 'scopes'))
    scopes.set(key, typeof value === 'string' ? value : '')
  return scopes
}

/** The alternatives of `security`; undefined when nothing is said at this level. */
export function readSecurity(
  reading: Reading,
  node: Node,
  schemes: Map<string, SecurityScheme>,
): readonly SecurityRequirement[] | undefined {
  return objectsOf(reading, node, 'security')?.map((requirement) => {
    const asked = new Map<string, readonly string[]>()
    for (const { key, at } of entriesIn(requirement)) {
      if (!schemes.has(key) && !readByUri(reading, key, requirement, schemes)) {
        reading.problems.report('TK1115', { name: key }, { at, part: 'key' })
      }
      const scopes = listOf(reading, requirement, key) ?? []
      asked.set(
        key,
        scopes.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
      )
    }
    return { schemes: asked, at: requirement.at }
  })
}

/** Since 3.2 a requirement may name a scheme of another document by its URI. */
function readByUri(reading: Reading, name: string, { at }: Node, schemes: Map<string, SecurityScheme>): boolean {
  if (reading.version !== '3.2' || !/[/#]/.test(name)) return false
  const found = target(reading, name, { $ref: name }, at)
  const scheme = found && readScheme(reading, name, found)
  if (scheme) schemes.set(name, scheme)
  return scheme !== undefined
}
