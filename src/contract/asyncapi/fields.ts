import type { MajorVersion } from './version.js'

const described = 'title summary description tags externalDocs bindings'

/** The fixed fields of the objects of both major versions; `2` and `3` begin what one of them has alone. */
const table = {
  document: 'asyncapi id info servers defaultContentType channels components 2 tags externalDocs 3 operations',
  info: 'title version description termsOfService contact license 3 tags externalDocs',
  server:
    'protocol protocolVersion description variables security tags bindings 2 url 3 host pathname title summary externalDocs',
  'server variable': 'enum default description examples',
  channel:
    'description servers parameters bindings 2 $ref subscribe publish 3 address messages title summary tags externalDocs',
  operation: `${described} traits security 2 operationId message 3 action channel messages reply`,
  reply: 'address channel messages',
  message: `${described} traits headers payload correlationId contentType name examples 2 messageId schemaFormat`,
  parameter: 'description location 2 schema 3 enum default examples',
  tag: 'name description externalDocs',
  'security scheme': 'type description name in scheme bearerFormat flows openIdConnectUrl 3 scopes',
  'OAuth flow': 'authorizationUrl tokenUrl refreshUrl 2 scopes 3 availableScopes',
  components:
    'schemas servers serverVariables channels messages securitySchemes parameters correlationIds operationTraits messageTraits serverBindings channelBindings operationBindings messageBindings 3 operations replies replyAddresses externalDocs tags',
} as const satisfies Record<string, string>

export type ObjectName = keyof typeof table

const sets = new Map<string, ReadonlySet<string>>()

export function fieldsOf(object: ObjectName, major: MajorVersion): ReadonlySet<string> {
  const key = `${major} ${object}`
  let fields = sets.get(key)
  if (!fields) {
    fields = select(table[object], major)
    sets.set(key, fields)
  }
  return fields
}

function select(list: string, major: MajorVersion): ReadonlySet<string> {
  const fields = new Set<string>()
  let applies = true
  for (const word of list.split(' ')) {
    if (word === '2' || word === '3') applies = Number(word) === major
    else if (applies) fields.add(word)
  }
  return fields
}
