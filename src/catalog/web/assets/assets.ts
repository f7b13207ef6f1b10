import { sha256 } from '../../../util/sha256.js'
import { mapScript } from './map-script.js'
import { searchScript } from './search-script.js'
import { catalogStyle } from './style.js'

export interface Asset {
  /** With a part of its content's hash in it, so that it may be kept for ever: another content has another name. */
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

export const styleSheet: Asset = createAsset('catalog', 'css', 'text/css; charset=utf-8', catalogStyle)

export const mapScriptFile: Asset = createAsset('map', 'js', 'text/javascript; charset=utf-8', mapScript)

/** Goes with exported folders. */
export const searchScriptFile: Asset = createAsset('search', 'js', 'text/javascript; charset=utf-8', searchScript)

/** All files that pages of a server refer to, by name. There is nothing else to be fetched, from here or from anywhere. */
export const assets: ReadonlyMap<string, Asset> = new Map([styleSheet, mapScriptFile].map((each) => [each.name, each]))

export function createAsset(stem: string, extension: string, mediaType: string, content: string): Asset {
  return { name: `${stem}-${sha256(content).slice(0, 16)}.${extension}`, mediaType, content }
}
