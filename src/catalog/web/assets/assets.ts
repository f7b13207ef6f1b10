import { sha256 } from '../../../util/sha256.js'
import { mapScript } from './map-script.js'
import { referenceScript } from './reference-script.js'
import { searchScript } from './search-script.js'
import { catalogStyle } from './style.js'

export interface Asset {
  /** With a part of its content's hash in it, so that it may be kept for ever: another content has another name. */
  readonly name: string
  readonly mediaType: string
  /** Text, or what reads bytes that were compressed with gzip. */
  readonly content: string | (() => Uint8Array<ArrayBuffer>)
  /** Beside those of all answers, or instead of them. */
  readonly headers?: Readonly<Record<string, string>>
}

export const styleSheet: Asset = createAsset('catalog', 'css', 'text/css; charset=utf-8', catalogStyle)

export const mapScriptFile: Asset = createAsset('map', 'js', 'text/javascript; charset=utf-8', mapScript)

export const referenceScriptFile: Asset = createAsset(
  'reference',
  'js',
  'text/javascript; charset=utf-8',
  referenceScript,
)

/** Goes with exported folders. */
export const searchScriptFile: Asset = createAsset('search', 'js', 'text/javascript; charset=utf-8', searchScript)

/** Files that pages of a server refer to, by name; beside them there are only those of frames. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  [styleSheet, mapScriptFile, referenceScriptFile].map((each) => [each.name, each]),
)

export function createAsset(
  stem: string,
  extension: string,
  mediaType: string,
  content: string,
): Asset & { readonly content: string } {
  return { name: `${stem}-${sha256(content).slice(0, 16)}.${extension}`, mediaType, content }
}
