import type { OpenApiVersion } from './version.js'

/**
 * The fixed fields of every object of the standard. `+3.1` begins what that version and later ones add, `=2.0` what
 * one version has alone.
 */
const table = {
  document:
    'info tags externalDocs security paths =2.0 swagger host basePath schemes consumes produces definitions parameters responses securityDefinitions +3.0 openapi servers components +3.1 webhooks jsonSchemaDialect +3.2 $self',
  'info object': 'title description termsOfService contact license version +3.1 summary',
  contact: 'name url email',
  license: 'name url +3.1 identifier',
  server: 'url description variables +3.2 name',
  'server variable': 'enum default description',
  components:
    'schemas responses parameters examples requestBodies headers securitySchemes links callbacks +3.1 pathItems +3.2 mediaTypes',
  'path item':
    '$ref get put post delete options head patch parameters +3.0 summary description trace servers +3.2 query additionalOperations',
  operation:
    'tags summary description externalDocs operationId parameters responses deprecated security =2.0 consumes produces schemes +3.0 requestBody callbacks servers',
  parameter:
    'name in description required deprecated allowEmptyValue style explode allowReserved schema example examples content',
  'parameter of OpenAPI 2.0':
    'name in description required schema type format allowEmptyValue items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf',
  'request body': 'description content required',
  'media type': 'schema example examples encoding +3.2 itemSchema prefixEncoding itemEncoding',
  encoding: 'contentType headers style explode allowReserved +3.2 encoding prefixEncoding itemEncoding',
  response: 'description headers =2.0 schema examples +3.0 content links +3.2 summary',
  header: 'description required deprecated allowEmptyValue style explode allowReserved schema example examples content',
  'header of OpenAPI 2.0':
    'description type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf',
  example: 'summary description value externalValue +3.2 dataValue serializedValue',
  link: 'operationRef operationId parameters requestBody description server',
  tag: 'name description externalDocs +3.2 summary parent kind',
  'external documentation': 'description url',
  'security scheme':
    'type description name in =2.0 flow authorizationUrl tokenUrl scopes +3.0 scheme bearerFormat flows openIdConnectUrl +3.2 oauth2MetadataUrl deprecated',
  'OAuth flows': 'implicit password clientCredentials authorizationCode +3.2 deviceAuthorization',
  'OAuth flow': 'authorizationUrl tokenUrl refreshUrl scopes +3.2 deviceAuthorizationUrl',
} as const satisfies Record<string, string>

export type ObjectName = keyof typeof table

const sets = new Map<OpenApiVersion, Map<ObjectName, ReadonlySet<string>>>()

/** The fields that an object has in a version. */
export function fieldsOf(object: ObjectName, version: OpenApiVersion): ReadonlySet<string> {
  let ofVersion = sets.get(version)
  if (!ofVersion) {
    ofVersion = new Map()
    sets.set(version, ofVersion)
  }
  let fields = ofVersion.get(object)
  if (!fields) {
    fields = select(table[object], version)
    ofVersion.set(object, fields)
  }
  return fields
}

function select(list: string, version: OpenApiVersion): ReadonlySet<string> {
  const fields = new Set<string>()
  let applies = true
  for (const word of list.split(' ')) {
    const bound = word.slice(1)
    if (word.startsWith('+')) applies = version >= bound
    else if (word.startsWith('=')) applies = version === bound
    else if (applies) fields.add(word)
  }
  return fields
}
