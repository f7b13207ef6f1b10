import { isObject } from '../../util/own.js'
import { type Alike, noteSchemasRead } from '../alike/index.js'
import { readApiIdentity, readDataPolicy, readGovernance, readOwner, readPathways } from '../annotation/index.js'
import type { Contract, SecurityScheme, Server, Tag } from '../model/index.js'
import type { Problems } from '../problem.js'
import { createSchemaReader, createTally, dialectOfDocument, type SchemaReader } from '../schema/index.js'
import type { Sources } from '../source/document.js'
import { checkLinks } from './links.js'
import { nameOperations } from './operation-ids.js'
import { readPaths, readWebhooks } from './paths.js'
import {
  below,
  checkFields,
  entriesOf,
  type Node,
  nameOf,
  objectOf,
  objectsOf,
  present,
  type Reading,
  requiredNameOf,
  textOf,
} from './reading.js'
import { readSecurity, readSecuritySchemes } from './security.js'
import { defaultServer, readServers } from './servers.js'
import { readSecurityDefinitions } from './swagger/security.js'
import { readSwaggerServers } from './swagger/servers.js'
import { readVersion } from './version.js'

/**
 * Reads an OpenAPI document of any version from 2.0 to 3.2 into a contract. Problems are reported and reading goes on;
 * undefined only when the version is not one that is understood. `alike`: parts that need not be read again.
 */
export function readOpenApi(sources: Sources, problems: Problems, alike?: Alike): Contract | undefined {
  const { root } = sources
  if (!isObject(root.value)) return undefined
  const node: Node = { value: root.value, at: { document: root.id, pointer: '' } }
  const found = readVersion(node.value, node.at, problems)
  if (!found) return undefined
  const dialect = dialectOfDocument(node.value) ?? 'json-schema-2020-12'
  const schemas = createSchemaReader({ sources, problems, dialect, alike })
  const reading: Reading = {
    version: found.version,
    sources,
    problems,
    tally: createTally(),
    schemas,
    alike,
    known: new Map(),
  }
  const contract = readDocument(reading, node, found.declared)
  reading.tally.flush(problems)
  noteSchemasRead(root.value, schemas.entered())
  return contract
}

function readDocument(reading: Reading, node: Node, specVersion: string): Contract {
  const { problems, schemas } = reading
  checkFields(reading, node, 'document')
  checkRequired(reading, node)
  const components = readComponents(reading, node)
  registerSchemas(reading, components ?? node, components ? 'schemas' : 'definitions', schemas)
  const schemes = readSchemes(reading, node, components)
  const security = readSecurity(reading, node, schemes) ?? []
  const governance = readGovernance(node.value, node.at, 'document', problems)
  const around = { governance, security, schemes }
  const drafts = [...readPaths(reading, node, around), ...readWebhooks(reading, node, around)]
  const operations = nameOperations(reading, drafts)
  checkLinks(reading, operations)
  return {
    kind: 'contract',
    protocol: 'openapi',
    specVersion,
    ...readInfo(reading, node),
    ...present({ owner: readOwner(node.value, node.at, problems) }),
    servers: readAllServers(reading, node),
    tags: readTags(reading, node),
    operations,
    channels: [],
    securitySchemes: schemes,
    security,
    schemas: schemas.schemas(),
    ...(!schemas.hasSaid() && reading.alike?.schemasSayNothing !== false && { schemasSayNothing: true }),
    governance,
    pathways: readPathways(node.value, node.at, problems),
    dataPolicy: readDataPolicy(node.value, node.at, problems),
    at: node.at,
  }
}

function readComponents(reading: Reading, node: Node): Node | undefined {
  if (reading.version === '2.0') return undefined
  const components = objectOf(reading, node, 'components') ?? { value: {}, at: below(node.at, 'components') }
  checkFields(reading, components, 'components')
  return components
}

/** First of all, so that the order of the contract's schemas is the order in the document. */
function registerSchemas(reading: Reading, node: Node, field: string, schemas: SchemaReader): void {
  for (const { key, value, at } of entriesOf(reading, node, field, true)) schemas.register(key, value, at)
}

function readSchemes(reading: Reading, node: Node, components: Node | undefined): Map<string, SecurityScheme> {
  return components ? readSecuritySchemes(reading, components) : readSecurityDefinitions(reading, node)
}

function readAllServers(reading: Reading, node: Node): readonly Server[] {
  if (reading.version === '2.0') return readSwaggerServers(reading, node)
  return readServers(reading, node) ?? [defaultServer('/', node.at)]
}

/** Without them the contract says little, but what it says is clear. */
function checkRequired({ version, problems }: Reading, { value, at }: Node): void {
  const required = version === '2.0' || version === '3.0' ? ['info', 'paths'] : ['info']
  for (const field of required) {
    if (Object.hasOwn(value, field)) continue
    problems.report('TK1106', { object: 'the document', field }, { at, severity: 'warning' })
  }
}

function readInfo(reading: Reading, node: Node) {
  const { problems } = reading
  const info = objectOf(reading, node, 'info') ?? { value: {}, at: below(node.at, 'info') }
  checkFields(reading, info, 'info object')
  for (const object of ['contact', 'license'] as const) {
    const found = objectOf(reading, info, object)
    if (found) checkFields(reading, found, object)
  }
  return {
    title: textOf(reading, info, 'title') ?? '',
    version: textOf(reading, info, 'version') ?? '',
    ...present({
      summary: textOf(reading, info, 'summary'),
      description: textOf(reading, info, 'description'),
      termsOfService: textOf(reading, info, 'termsOfService'),
    }),
    ...readApiIdentity(info.value, info.at, problems),
  }
}

function readTags(reading: Reading, node: Node): readonly Tag[] {
  const tags = new Map<string, Tag>()
  for (const tag of objectsOf(reading, node, 'tags') ?? []) {
    checkFields(reading, tag, 'tag')
    const name = requiredNameOf(reading, tag, 'name', 'a tag')
    if (name === undefined) continue
    const first = tags.get(name)
    if (first) {
      const related = [{ message: 'first declared here', at: first.at }]
      reading.problems.report('TK1129', { name }, { at: tag.at, related })
      continue
    }
    const texts = {
      summary: textOf(reading, tag, 'summary'),
      description: textOf(reading, tag, 'description'),
      parent: nameOf(reading, tag, 'parent'),
    }
    tags.set(name, present({ name, ...texts, at: tag.at }))
  }
  return [...tags.values()]
}
