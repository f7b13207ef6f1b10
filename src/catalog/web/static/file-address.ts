import { posix } from 'node:path'
import { segmentOf } from '../../../util/path-segment.js'
import type { Coordinates } from '../../model/index.js'
import type { Place } from '../address/place.js'

/** The file of a place in the exported folder; undefined for what only a server has. */
export function fileOf(place: Place): string | undefined {
  switch (place.page) {
    case 'overview':
      return isPlainOverview(place) ? overviewFile(place.offset ?? 0) : undefined
    case 'contract':
      return place.offset ? undefined : `${contractFolder(place)}/index.html`
    case 'version': {
      const { list = 'operations', offset = 0 } = place
      const folder = versionFolder(place)
      const below = list === 'operations' && offset === 0 ? '' : `/${list}${offset === 0 ? '' : `/${offset}`}`
      return `${folder}${below}/index.html`
    }
    case 'reference':
      return `${versionFolder(place)}/reference/index.html`
    case 'united':
      return `${versionFolder(place)}/reference/contract.json`
    case 'document':
      // As text, whatever it is: nothing of a contract acts in the name of a server.
      return `${versionFolder(place)}/documents/${place.file === undefined ? 'contract' : `files/${segmentOf(place.file)}`}.txt`
    case 'part': {
      const { kind, key, offset = 0 } = place
      const folder = `${versionFolder(place)}/${kind}/${segmentOf(key)}`
      return `${folder}${offset === 0 ? '' : `/${offset}`}/index.html`
    }
    case 'changes': {
      const { namespace, name, before, after, offset = 0 } = place
      const pair = `${segmentOf(before)}/${segmentOf(after)}`
      return `changes/${segmentOf(namespace)}/${segmentOf(name)}/${pair}${offset === 0 ? '' : `/${offset}`}/index.html`
    }
    case 'asset':
      return `assets/${segmentOf(place.name)}`
    default:
      return undefined
  }
}

/** How a page in the folder refers to a file of it; folders are named with their `index.html`, so that no server is needed. */
export function relativeAddress(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to)
}

function versionFolder(coordinates: Coordinates): string {
  return `${contractFolder(coordinates)}/v/${segmentOf(coordinates.version)}`
}

function contractFolder({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `contracts/${segmentOf(namespace)}/${segmentOf(name)}`
}

function overviewFile(offset: number): string {
  return offset === 0 ? 'index.html' : `pages/${offset}/index.html`
}

function isPlainOverview({ page: _, offset: __, after: ___, ...query }: Extract<Place, { page: 'overview' }>): boolean {
  return Object.values(query).every((value) => value === undefined)
}
