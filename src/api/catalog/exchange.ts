import { diagnostic } from '../../diagnostic/index.js'
import { type CatalogPlace, catalogSettings, exchangedToken } from './catalog-place.js'
import { type Failed, failedWith } from './session.js'

/** Exchanges the ID token of this job, whatever other token there is. */
export async function exchangeToken(place: CatalogPlace): Promise<{ readonly text: string } | Failed> {
  const found = await catalogSettings(place)
  if ('problems' in found) return found
  const { url } = found.settings
  const token = url === undefined ? diagnostic('TK5301', {}) : await exchangedToken(url, place)
  return 'code' in token ? failedWith(token) : token
}
