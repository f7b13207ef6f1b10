import { RequestError } from '../error/index.js'

/** The URL that calls start from: http or https, without credentials. Relative ones are taken from the page, in browsers. */
export function parseBaseUrl(given: string | URL | undefined): URL {
  if (given === undefined) {
    throw new RequestError('TK7107', 'the contract names no absolute server, so the option `baseUrl` is needed')
  }
  const page = (globalThis as { readonly location?: { readonly href?: string } }).location?.href
  const url = URL.canParse(String(given), page) ? new URL(String(given), page) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new RequestError('TK7107', '`baseUrl` must be a URL of http or https')
  if (url.username !== '' || url.password !== '') {
    throw new RequestError('TK7107', '`baseUrl` must not hold credentials; give them as `auth`')
  }
  return url
}

/** `path` begins with a slash and may have a query; `queries` are encoded already. */
export function joinUrl(base: URL, path: string, queries: readonly string[]): URL {
  const [pathname = '', ...more] = path.split('?')
  const query = [more.join('?'), ...queries].filter((part) => part !== '').join('&')
  const root = base.pathname.endsWith('/') ? base.pathname.slice(0, -1) : base.pathname
  const slash = pathname.startsWith('/') || pathname === '' ? '' : '/'
  return new URL(`${base.origin}${root}${slash}${pathname}${query === '' ? '' : `?${query}`}`)
}
