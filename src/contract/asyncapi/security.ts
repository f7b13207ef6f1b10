import { isObject, own } from '../../util/own.js'
import { readTenantKey } from '../annotation/index.js'
import type { OAuthFlow, SecurityRequirement, SecurityScheme } from '../model/index.js'
import {
  below,
  checkFields,
  type Entry,
  entriesOf,
  listOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
} from './reading.js'
import { refOf, target } from './reference.js'

/** The schemes of `components`; AsyncAPI 3 adds those that stand where they are asked for. */
export type Schemes = Map<string, SecurityScheme>

export function readSecuritySchemes(reading: Reading, components: Node): Schemes {
  const schemes: Schemes = new Map()
  for (const { key, value, at } of entriesOf(reading, components, 'securitySchemes', true)) {
    const node = target(reading, key, value, at)
    const scheme = node && readScheme(reading, key, node)
    if (scheme) schemes.set(key, scheme)
  }
  return schemes
}

/** Alternatives: AsyncAPI 2 names schemes and scopes, AsyncAPI 3 refers to schemes or writes them out. */
export function readSecurity(
  reading: Reading,
  node: Node,
  schemes: Schemes,
  owner: string,
): readonly SecurityRequirement[] {
  const entries = listOf(reading, node, 'security') ?? []
  return entries.flatMap(
    (entry) =>
      (reading.major === 2
        ? readRequirement(reading, entry, schemes)
        : readAlternative(reading, entry, schemes, owner)) ?? [],
  )
}

function readRequirement(reading: Reading, entry: Entry, schemes: Schemes): SecurityRequirement | undefined {
  if (!isObject(entry.value)) return undefined
  const node: Node = { value: entry.value, at: entry.at }
  const asked = new Map<string, readonly string[]>()
  for (const name of Object.keys(node.value)) {
    const scopes = listOf(reading, node, name) ?? []
    if (!schemes.has(name)) reading.problems.report('TK1115', { name }, { at: below(node.at, name), part: 'key' })
    asked.set(
      name,
      scopes.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    )
  }
  return { schemes: asked, at: node.at }
}

function readAlternative(
  reading: Reading,
  { value, at }: Entry,
  schemes: Schemes,
  owner: string,
): SecurityRequirement | undefined {
  const node = target(reading, 'security', value, at)
  if (!node) return undefined
  const key = refOf(value)?.split('/').at(-1)
  const known = key === undefined ? undefined : schemes.get(key)
  const name = known ? known.name : freeName(schemes, key ?? `${owner}Security`)
  const scheme = known ?? readScheme(reading, name, node)
  if (!scheme) return undefined
  schemes.set(name, scheme)
  const scopes = listOf(reading, node, 'scopes') ?? []
  return {
    schemes: new Map([[name, scopes.flatMap((scope) => (typeof scope.value === 'string' ? scope.value : []))]]),
    at,
  }
}

function freeName(schemes: Schemes, wanted: string): string {
  let name = wanted
  for (let count = 2; schemes.has(name); count++) name = `${wanted}${count}`
  return name
}

function readScheme(reading: Reading, name: string, node: Node): SecurityScheme | undefined {
  checkFields(reading, node, 'security scheme')
  const tenantKey = readTenantKey(node.value, node.at, reading.problems)
  const base = { name, ...present({ description: textOf(reading, node, 'description'), tenantKey }), at: node.at }
  const type = requiredNameOf(reading, node, 'type', 'a security scheme')
  switch (type) {
    case undefined:
      return undefined
    case 'httpApiKey': {
      const place = nameOf(reading, node, 'in')
      const parameter = requiredNameOf(reading, node, 'name', 'a security scheme of this type')
      if (parameter === undefined || (place !== 'query' && place !== 'header' && place !== 'cookie')) return undefined
      return { ...base, type: 'apiKey', in: place, parameter }
    }
    case 'http': {
      const scheme = requiredNameOf(reading, node, 'scheme', 'a security scheme of this type')?.toLowerCase()
      if (scheme === undefined) return undefined
      return { ...base, type, scheme, ...present({ bearerFormat: textOf(reading, node, 'bearerFormat') }) }
    }
    case 'oauth2':
      return { ...base, type, flows: readFlows(reading, node) }
    case 'openIdConnect': {
      const url = requiredNameOf(reading, node, 'openIdConnectUrl', 'a security scheme of this type')
      return url === undefined ? undefined : { ...base, type, url }
    }
    default:
      return readBroker(reading, { ...base, type: 'broker', mechanism: type }, node)
  }
}

const mechanisms = new Set([
  ...['userPassword', 'apiKey', 'X509', 'symmetricEncryption', 'asymmetricEncryption'],
  ...['plain', 'scramSha256', 'scramSha512', 'gssapi'],
])

function readBroker(
  reading: Reading,
  scheme: Extract<SecurityScheme, { type: 'broker' }>,
  node: Node,
): SecurityScheme | undefined {
  if (!mechanisms.has(scheme.mechanism)) {
    const reason = `there is no type \`${scheme.mechanism}\``
    reading.problems.report('TK1116', { name: scheme.name, reason }, { at: below(node.at, 'type') })
    return undefined
  }
  const place = nameOf(reading, node, 'in')
  return { ...scheme, ...(place === 'user' || place === 'password' ? { in: place } : {}) }
}

const flowKinds = ['implicit', 'password', 'clientCredentials', 'authorizationCode'] as const

function readFlows(reading: Reading, node: Node): readonly OAuthFlow[] {
  const flows = objectOf(reading, node, 'flows')
  return flowKinds.flatMap((kind) => {
    const flow = flows && own(flows.value, kind) !== undefined ? objectOf(reading, flows, kind) : undefined
    if (!flow) return []
    checkFields(reading, flow, 'OAuth flow')
    const scopes = entriesOf(reading, flow, reading.major === 2 ? 'scopes' : 'availableScopes', true)
    return {
      kind,
      ...present({
        authorizationUrl: nameOf(reading, flow, 'authorizationUrl'),
        tokenUrl: nameOf(reading, flow, 'tokenUrl'),
        refreshUrl: nameOf(reading, flow, 'refreshUrl'),
      }),
      scopes: new Map(scopes.map(({ key, value }) => [key, typeof value === 'string' ? value : ''])),
    }
  })
}
