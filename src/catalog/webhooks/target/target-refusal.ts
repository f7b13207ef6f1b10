import { isIP } from 'node:net'
import type { AddressGuard } from './address-guard.js'

export interface TargetRules {
  /** Plain HTTP to this machine is let through, for trying things out. */
  readonly allowInsecure: boolean
  readonly guard: AddressGuard
}

/**
 * Why nothing is ever sent to a URL, in words that hold nothing of it; undefined when it may be. Where its name leads is
 * looked at with each delivery: that may change.
 */
export function targetRefusal(text: string, { allowInsecure, guard }: TargetRules): string | undefined {
  if (!URL.canParse(text)) return 'The URL is none.'
  const url = new URL(text)
  const host = hostOf(url)
  const isInsecure = allowInsecure && isLoopback(host)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isInsecure)) return 'The URL is not https.'
  // They would be sent, and shown to whoever lists webhooks.
  if (url.username !== '' || url.password !== '') return 'The URL has a user or a password.'
  if (url.hash !== '') return 'The URL has a fragment.'
  if (!isInsecure && !ports.has(url.port)) return 'The port is neither 443 nor 8443.'
  if (isIP(host) !== 0 && !guard(host)) return 'The address is not on the public internet.'
  return undefined
}

/** Without the brackets of IPv6; numbers in any notation are dotted by now. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** Empty for 443, which is the default. */
const ports: ReadonlySet<string> = new Set(['', '8443'])

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host)
}
