import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { ClientCertificate } from '../server/index.js'

/** Only one whose chain holds: `requestCert` of node:tls takes others, too, unless it is told to reject them. */
export function certificateOf(socket: Socket): ClientCertificate | undefined {
  if (!('authorized' in socket) || socket.authorized !== true) return undefined
  const { raw, subjectaltname } = (socket as TLSSocket).getPeerCertificate()
  // There is none in a resumed session; then nothing is known of the caller.
  if (!(raw instanceof Uint8Array)) return undefined
  return {
    thumbprint: createHash('sha256').update(raw).digest('base64url'),
    subjectAltNames: namesOf(subjectaltname ?? ''),
  }
}

/** Node quotes names with commas or quotes in them: what stands in quotes is one name, and equals none without. */
function namesOf(text: string): readonly string[] {
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? []).map((name) => name.trim())
}
