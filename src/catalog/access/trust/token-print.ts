import { sha256 } from '../../../util/sha256.js'
import type { JobClaims } from './judge-job.js'

/**
 * What a token is known by once it was used: its `jti`, else what was signed. The signature alone does not do, for some
 * kinds of signatures can be written in more than one way.
 */
export function tokenPrint(token: string, { iss, jti }: JobClaims): string {
  const [head, body] = token.split('.')
  return sha256(JSON.stringify(typeof jti === 'string' && jti !== '' ? [iss, 'jti', jti] : [iss, 'signed', head, body]))
}
