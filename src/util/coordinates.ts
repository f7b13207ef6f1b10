/** Where a version of a contract, or of a consumer, is found inside an organisation. */
export interface Coordinates {
  readonly namespace: string
  readonly name: string
  readonly version: string
}

const name = '[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?'
const version = '[0-9A-Za-z](?:[0-9A-Za-z.+_-]{0,98}[0-9A-Za-z])?'
const pattern = new RegExp(`^(${name})/(${name})@(${version})$`)

/** Reads `namespace/name@version`. Undefined for anything else. */
export function parseCoordinates(text: string): Coordinates | undefined {
  const [, namespace, name, version] = pattern.exec(text) ?? []
  if (namespace === undefined || name === undefined || version === undefined) return undefined
  return { namespace, name, version }
}

export function formatCoordinates({ namespace, name, version }: Coordinates): string {
  return `${namespace}/${name}@${version}`
}

/** As an argument that names a contract. */
export function catalogReference(coordinates: Coordinates): string {
  return `catalog:${formatCoordinates(coordinates)}`
}
