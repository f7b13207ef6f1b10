import { isObject, own } from '../../util/own.js'
import {
  inherit,
  readApiIdentity,
  readDataPolicy,
  readGovernance,
  readOwner,
  readPathways,
} from '../annotation/index.js'
import type { Contract, Governance, ScopeName, Tag } from '../model/index.js'
import type { Problems } from '../problem.js'
import { createSchemaReader, createTally } from '../schema/index.js'
import type { Sources } from '../source/document.js'
import { nameOperations } from './operation-ids.js'
import { registerSchema } from './payload.js'
import {
  below,
  checkFields,
  entriesOf,
  listOf,
  type Node,
  nameOf,
  objectOf,
  present,
  type Reading,
  textOf,
} from './reading.js'
import { target } from './reference.js'
import { readSecuritySchemes } from './security.js'
import { readServers } from './servers.js'
import { readVersion } from './version.js'
import { readVersion2 } from './version-2.js'
import { readVersion3 } from './version-3.js'

export interface AsyncApiOptions {
  /** Scope of operations for which nothing is declared. Default: none. */
  readonly defaultScope?: ScopeName | undefined
}

/**
 * Reads an AsyncAPI document of versions 2.0 to 2.6, 3.0 and 3.1 into a contract. Problems are reported and reading goes
 * on; undefined only when the version is not one that is understood.
 */
export function readAsyncApi(
  sources: Sources,
  problems: Problems,
  options: AsyncApiOptions = {},
): Contract | undefined {
  const { root } = sources
  if (!isObject(root.value)) return undefined
  const node: Node = { value: root.value, at: { document: root.id, pointer: '' } }
  const version = readVersion(node.value, node.at, problems)
  if (!version) return undefined
  const contentType = own(node.value, 'defaultContentType')
  const reading: Reading = {
    major: version.major,
    specVersion: version.declared,
    defaultContentType: typeof contentType === 'string' ? contentType : undefined,
    sources,
    problems,
    tally: createTally(),
    schemas: createSchemaReader({ sources, problems, dialect: 'asyncapi' }),
  }
  const contract = readDocument(reading, node, options)
  reading.tally.flush(problems)
  return contract
}

function readDocument(reading: Reading, node: Node, options: AsyncApiOptions): Contract {
  const { problems, schemas } = reading
  checkFields(reading, node, 'document')
  const components = readComponents(reading, node)
  for (const { key, value, at } of entriesOf(reading, components, 'schemas', true))
    registerSchema(reading, key, value, at)
  const schemes = readSecuritySchemes(reading, components)
  const governance = withDefault(readGovernance(node.value, node.at, 'document', problems), node, options)
  const servers = readServers(reading, node, schemes)
  const around = { governance, schemes, servers: new Set(servers.flatMap(({ name }) => name ?? [])) }
  const info = objectOf(reading, node, 'info') ?? { value: {}, at: below(node.at, 'info') }
  const { channels, operations } = (reading.major === 2 ? readVersion2 : readVersion3)(reading, node, around)
  return {
    kind: 'contract',
    protocol: 'asyncapi',
    specVersion: reading.specVersion,
    ...readInfo(reading, info),
    ...present({ owner: readOwner(node.value, node.at, problems) }),
    servers,
    tags: readTags(reading, reading.major === 2 ? node : info),
    operations: nameOperations(reading, operations),
    channels,
    securitySchemes: schemes,
    security: [],
    schemas: schemas.schemas(),
    ...(!schemas.hasSaid() && { schemasSayNothing: true }),
    governance,
    pathways: readPathways(node.value, node.at, problems),
    dataPolicy: readDataPolicy(node.value, node.at, problems),
    at: node.at,
  }
}

function readComponents(reading: Reading, node: Node): Node {
  const found = own(node.value, 'components') === undefined ? undefined : objectOf(reading, node, 'components')
  const components = found ?? { value: {}, at: below(node.at, 'components') }
  checkFields(reading, components, 'components')
  return components
}

function readInfo(reading: Reading, info: Node) {
  checkFields(reading, info, 'info')
  return {
    title: textOf(reading, info, 'title') ?? '',
    version: textOf(reading, info, 'version') ?? '',
    ...present({
      description: textOf(reading, info, 'description'),
      termsOfService: textOf(reading, info, 'termsOfService'),
    }),
    ...readApiIdentity(info.value, info.at, reading.problems),
  }
}

function readTags(reading: Reading, node: Node): readonly Tag[] {
  return (listOf(reading, node, 'tags') ?? []).flatMap(({ value, at }) => {
    const tag = target(reading, 'tags', value, at)
    const name = tag && nameOf(reading, tag, 'name')
    if (!tag || name === undefined) return []
    checkFields(reading, tag, 'tag')
    return { name, ...present({ description: textOf(reading, tag, 'description') }), at: tag.at }
  })
}

function withDefault(governance: Governance, node: Node, { defaultScope }: AsyncApiOptions): Governance {
  if (defaultScope === undefined) return governance
  return inherit({ scope: { value: { scope: defaultScope }, at: node.at } }, governance)
}
