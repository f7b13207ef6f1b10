const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Of the page of a whole contract, which fetches it and has a frame: of this server alone. */
export const referencePolicy = [...policy, "connect-src 'self'", "frame-src 'self'"].join('; ')

/**
 * What browsers are told of every answer. Nothing but files of ours is ever loaded, nothing inline acts, nobody frames a
 * page, and no address of it reaches other hosts.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy.join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: browsers would send forms of ours with the origin `null`.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}
