import type { ReadCatalog } from '../../contract/source/index.js'
import type { CatalogPlace } from './catalog-place.js'

/** What reads `catalog:` references; the client of the catalog is loaded by the first of them. */
export function catalogReader(place: CatalogPlace): ReadCatalog {
  const known = new Map<string, ReturnType<ReadCatalog>>()
  return (coordinates) => {
    const reading =
      known.get(coordinates) ??
      import('./read-catalog.js').then(({ readFromCatalog }) => readFromCatalog(coordinates, place))
    known.set(coordinates, reading)
    return reading
  }
}
