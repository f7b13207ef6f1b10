import { own } from '../wire/index.js'
import type { RoutedCall } from './call.js'
import type { Proof } from './proof.js'
import { type Refusal, refuse } from './refusal.js'
import type { ClientCertificate } from './request.js'

/** The certificate of the caller: of its connection, or as a proxy tells of it that the service trusts. */
export function certificateOf({ request, headers, environment }: RoutedCall): ClientCertificate | undefined {
  const { certificateOf: told } = environment.options
  return told ? told(headers.all) : request.certificate
}

/**
 * Refuses credentials that are bound to a key of the caller (`cnf`, RFC 7800) which the caller has not shown. Certificates
 * are understood (RFC 8705, section 3.1); any other binding cannot be checked, and a thief could use what is not checked.
 */
export function refuseUnbound(call: RoutedCall, proofs: readonly Proof[]): Refusal | undefined {
  const isUnbound = proofs.some(({ authenticated }) => {
    const confirmation = own(authenticated.principal.claims, 'cnf')
    return confirmation !== undefined && !isConfirmed(confirmation, call)
  })
  if (!isUnbound) return undefined
  return refuse('TK7207', { audit: { event: 'access-refused', reason: 'credentials-bound-to-another-key' } })
}

function isConfirmed(confirmation: unknown, call: RoutedCall): boolean {
  if (typeof confirmation !== 'object' || confirmation === null) return false
  const names = Object.keys(confirmation)
  if (names.length !== 1 || names[0] !== 'x5t#S256') return false
  const thumbprint: unknown = Reflect.get(confirmation, 'x5t#S256')
  return typeof thumbprint === 'string' && thumbprint === certificateOf(call)?.thumbprint
}
