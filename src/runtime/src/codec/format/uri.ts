import { isIpv4, isIpv6 } from './internet.js'

/** RFC 3986, appendix B: scheme, authority, path, query, fragment; matches every text. */
const parts = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s
const scheme = /^[A-Za-z][A-Za-z\d+.-]*$/
const segment = /^[\w.~!$&'()*+,;=:@/?%-]*$/
const name = /^[\w.~!$&'()*+,;=%-]*$/
const userinfo = /^[\w.~!$&'()*+,;=:%-]*$/
const badPercent = /%(?![\dA-Fa-f]{2})/
const future = /^v[\dA-Fa-f]+\.[\w.~!$&'()*+,;=:-]+$/i

/** With a scheme, RFC 3986, section 3. */
export function isUri(text: string): boolean {
  return isReference(text, true)
}

/** A URI, or a reference relative to one: RFC 3986, section 4.1. */
export function isUriReference(text: string): boolean {
  return isReference(text, false)
}

function isReference(text: string, needsScheme: boolean): boolean {
  if (text.length > 65_536 || badPercent.test(text)) return false
  const [, protocol, authority, path = '', query = '', fragment = ''] = parts.exec(text) ?? []
  if (protocol === undefined ? needsScheme : !scheme.test(protocol)) return false
  if (authority !== undefined && !isAuthority(authority)) return false
  return segment.test(path) && !path.includes('?') && segment.test(query) && segment.test(fragment)
}

function isAuthority(authority: string): boolean {
  const at = authority.indexOf('@')
  if (at >= 0 && !userinfo.test(authority.slice(0, at))) return false
  const hostAndPort = authority.slice(at + 1)
  if (hostAndPort.startsWith('[')) {
    const end = hostAndPort.indexOf(']')
    const literal = hostAndPort.slice(1, end)
    return end > 0 && (isIpv6(literal) || future.test(literal)) && /^(?::\d*)?$/.test(hostAndPort.slice(end + 1))
  }
  const [, host = '', port] = /^([^:]*)(?::(.*))?$/s.exec(hostAndPort) ?? []
  return (isIpv4(host) || name.test(host)) && (port === undefined || /^\d*$/.test(port))
}
