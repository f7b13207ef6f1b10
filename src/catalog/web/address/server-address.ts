import type { Place, SimplePage } from './place.js'

/** Where a place is on a server: its path, and its query. */
export function serverAddress(place: Place): string {
  switch (place.page) {
    case 'overview': {
      const { page: _, ...query } = place
      return withQuery('/', query)
    }
    case 'contract':
      return withQuery(pathOf('contracts', place.namespace, place.name), { offset: place.offset })
    case 'version': {
      const { namespace, name, version, list, offset } = place
      return withQuery(pathOf('contracts', namespace, name, version), { list, offset })
    }
    case 'part': {
      const { namespace, name, version, kind, key, offset } = place
      return withQuery(pathOf('contracts', namespace, name, version, kind, key), { offset })
    }
    case 'source': {
      const { namespace, name, version, file, line } = place
      return withQuery(pathOf('contracts', namespace, name, version, 'source'), { file, line })
    }
    case 'document': {
      const { namespace, name, version, file } = place
      return withQuery(pathOf('contracts', namespace, name, version, 'document'), { file })
    }
    case 'reference':
    case 'united':
      return pathOf('contracts', place.namespace, place.name, place.version, place.page)
    case 'changes': {
      const { namespace, name, before, after, offset } = place
      return withQuery(pathOf('changes', namespace, name), { before, after, offset })
    }
    case 'review':
      return pathOf('reviews', place.namespace, place.name, place.version)
    case 'deployments':
      return withQuery('/deployments', { environment: place.environment })
    case 'audit':
      return withQuery('/audit', { before: place.before })
    case 'asset':
      return pathOf('assets', place.name)
    default:
      return simple[place.page]
  }
}

const simple: { readonly [Page in SimplePage]: string } = {
  map: '/map',
  compliance: '/compliance',
  tenants: '/tenants',
  reviews: '/reviews',
  'sign-in': '/sign-in',
  tokens: '/tokens',
  'sign-in-account': '/sign-in/account',
  'sign-out': '/sign-out',
}

function pathOf(...segments: readonly string[]): string {
  return segments.map((segment) => `/${encodeURIComponent(segment)}`).join('')
}

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const told = Object.entries(query).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '' && pair[1] !== 0,
  )
  if (told.length === 0) return path
  return `${path}?${new URLSearchParams(told.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
}
