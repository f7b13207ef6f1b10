/** One operation for every way to write a parameter: place, style, exploded or not, kind of value. */
export interface Variant {
  readonly id: string
  readonly place: Place
  readonly style: string
  readonly explode: boolean
  readonly kind: Kind
}

export type Place = keyof typeof styles
export type Kind = keyof typeof kinds

const styles = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject', 'reserved', 'content'],
  header: ['simple', 'content'],
  cookie: ['form', 'cookie', 'content'],
  querystring: ['form', 'json'],
} as const

const kinds = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  texts: { type: 'array', items: { type: 'string' } },
  integers: { type: 'array', items: { type: 'integer' } },
  object: {
    type: 'object',
    properties: { name: { type: 'string' }, size: { type: 'integer' }, on: { type: 'boolean' } },
  },
  map: { type: 'object', additionalProperties: { type: 'string' } },
  deep: {
    type: 'object',
    properties: {
      names: { type: 'array', items: { type: 'string' } },
      below: { type: 'object', properties: { size: { type: 'number' } } },
      rows: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
    },
  },
} as const

export const variants: readonly Variant[] = (Object.keys(styles) as Place[]).flatMap((place) =>
  styles[place].flatMap((style) =>
    [false, true].flatMap((explode) =>
      (Object.keys(kinds) as Kind[])
        .filter((kind) => isDefined(place, style, explode, kind))
        .map((kind) => ({
          id: idOf(place, style, explode ? 'exploded' : 'whole', kind),
          place,
          style,
          explode,
          kind,
        })),
    ),
  ),
)

/** `querySpaceDelimitedWholeTexts` */
function idOf(first: string, ...more: readonly string[]): string {
  return first + more.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/** What OpenAPI gives a meaning, and what can be told apart when it arrives. */
function isDefined(place: Place, style: string, explode: boolean, kind: Kind): boolean {
  const isObject = kind === 'object' || kind === 'map' || kind === 'deep'
  if (style === 'content') return !explode && isObject
  if (place === 'querystring') return explode && (style === 'json' ? isObject : kind === 'object' || kind === 'map')
  if (style === 'deepObject') return explode && isObject
  if (kind === 'deep') return false
  if (style === 'spaceDelimited' || style === 'pipeDelimited') return !explode && (isObject || kind.endsWith('s'))
  // Cookies of others would be its properties.
  if (place === 'cookie') return !(explode && kind === 'map')
  return true
}

export const parameterContract = {
  openapi: '3.2.0',
  info: { title: 'Styles', version: '1.0.0' },
  'x-tenant-scope': 'public',
  servers: [{ url: 'https://styles.example.com' }],
  paths: Object.fromEntries(
    variants.map((variant) => [
      `/${variant.id}${variant.place === 'path' ? '/{value}/end' : ''}`,
      {
        get: {
          operationId: variant.id,
          tags: [variant.place],
          parameters: [parameterOf(variant)],
          responses: { '204': { description: 'Received.' } },
        },
      },
    ]),
  ),
}

function parameterOf({ place, style, explode, kind }: Variant): object {
  const schema = kinds[kind]
  const parameter = { name: 'value', in: place, required: true }
  if (style === 'content' || style === 'json') return { ...parameter, content: { 'application/json': { schema } } }
  if (place === 'querystring') return { ...parameter, content: { 'application/x-www-form-urlencoded': { schema } } }
  if (style === 'reserved') return { ...parameter, style: 'form', explode, allowReserved: true, schema }
  return { ...parameter, style, explode, schema }
}
