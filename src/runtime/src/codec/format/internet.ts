/** `ipv4`, `ipv6`, `hostname` and `email`. */

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^(?:${byte}\\.){3}${byte}$`)
const hostname = /^[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]{0,61}[A-Za-z\d])?)*$/
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const plainEmail = new RegExp(`${dotAtom.source.slice(0, -1)}@${hostname.source.slice(1)}`)
const quoted = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/
const group = /^[\dA-Fa-f]{1,4}$/

/** Four decimal numbers without leading zeros, RFC 2673, section 3.2. */
export function isIpv4(text: string): boolean {
  return text.length <= 15 && ipv4.test(text)
}

/** RFC 4291, section 2.2, without a zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const [head = '', tail] = halves
  const before = groupsOf(head, tail === undefined)
  const after = tail === undefined ? 0 : groupsOf(tail, true)
  if (before === undefined || after === undefined) return false
  // `::` stands for at least one group.
  return tail === undefined ? before === 8 : before + after <= 7
}

/** RFC 1123, section 2.1. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && hostname.test(text)
}

/** `Mailbox` of RFC 5321, section 4.1.2, in ASCII. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || text.length > 254) return false
  if (plainEmail.test(text)) return true
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (!dotAtom.test(local) && !quoted.test(local)) return false
  if (!domain.startsWith('[')) return isHostname(domain)
  if (!domain.endsWith(']')) return false
  const literal = domain.slice(1, -1)
  return /^ipv6:/i.test(literal) ? isIpv6(literal.slice(5)) : isIpv4(literal)
}

/** Number of 16-bit groups; an IPv4 address may stand for the last two. Undefined when something else is there. */
function groupsOf(text: string, mayEndInIpv4: boolean): number | undefined {
  if (text === '') return 0
  const parts = text.split(':')
  let count = parts.length
  const last = parts.at(-1) ?? ''
  if (mayEndInIpv4 && last.includes('.')) {
    if (!isIpv4(last)) return undefined
    parts.pop()
    count++
  }
  return parts.every((part) => group.test(part)) ? count : undefined
}
