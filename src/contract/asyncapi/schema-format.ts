import type { Dialect } from '../schema/index.js'

const drafts: Readonly<Record<string, Dialect>> = {
  'draft-04': 'json-schema-draft-04',
  'draft-06': 'json-schema-draft-06',
  'draft-07': 'json-schema-draft-07',
  'draft-2019-09': 'json-schema-2019-09',
  'draft-2020-12': 'json-schema-2020-12',
  '2019-09': 'json-schema-2019-09',
  '2020-12': 'json-schema-2020-12',
}

/** The dialect that a `schemaFormat` names; undefined when it is a language of its own: Avro, protobuf, RAML. */
export function dialectOfFormat(format: string): Dialect | undefined {
  const [type = '', ...parameters] = format.toLowerCase().split(';')
  const version = parameters.map((parameter) => /^\s*version\s*=\s*"?([^"]*)"?\s*$/.exec(parameter)?.[1]).find(Boolean)
  const bare = type.trim().replace(/\+(?:json|yaml)$/, '')
  if (bare === 'application/vnd.aai.asyncapi') return 'asyncapi'
  if (bare === 'application/schema') return version === undefined ? 'json-schema-draft-07' : drafts[version]
  if (bare !== 'application/vnd.oai.openapi') return undefined
  if (version?.startsWith('2') === true) return 'openapi-2.0'
  return version === undefined || version.startsWith('3.0') ? 'openapi-3.0' : 'json-schema-2020-12'
}
