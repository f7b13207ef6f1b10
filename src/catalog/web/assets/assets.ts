import { sha256 } from '../../../util/sha256.js'
import { mapScript } from './map-script.js'
import { catalogStyle } from './style.js'

export interface Asset {
  /** With a part of its content's hash in it, so that it may be kept for ever: another content has another name. */
  readonly name: string
  readonly mediaType: string
  readonly content: string
}

export const styleSheet: Asset = asset('catalog', 'css', 'text/css; charset=utf-8', catalogStyle)

export const mapScriptFile: Asset = asset('map', 'js', 'text/javascript; charset=utf-8', mapScript)

/** All files that pages refer to, by name. There is nothing else to be fetched, from here or from anywhere. */
export const assets: ReadonlyMap<string, Asset> = new Map([styleSheet, mapScriptFile].map((each) => [each.name, each]))

function asset(stem: string, extension: string, mediaType: string, content: string): Asset {
  return { name: `${stem}-${sha256(content).slice(0, 16)}.${extension}`, mediaType, content }
}
