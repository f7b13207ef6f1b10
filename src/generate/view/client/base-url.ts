import type { Server } from '../../../contract/model/index.js'

/**
 * The first server's URL when it is absolute http or https, with the defaults of its variables put in; anything else
 * leaves the base URL to the caller.
 */
export function absoluteServer(servers: readonly Server[]): string | undefined {
  const [first] = servers
  if (!first) return undefined
  const filled = first.url.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => first.variables.get(name)?.default ?? whole,
  )
  if (!/^https?:\/\//i.test(filled) || /[{}]/.test(filled) || !URL.canParse(filled)) return undefined
  const { username, password, search, hash } = new URL(filled)
  // Credentials, a query or a fragment have no place below which paths could be.
  return username || password || search || hash ? undefined : filled
}
