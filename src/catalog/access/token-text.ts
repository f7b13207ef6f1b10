import { crc32 } from 'node:zlib'

/** The parts of a token. The organisation in it is for people and clients: what counts is the one that the token was made in. */
export interface TokenText {
  readonly organisation: string
  /** 12 characters of `0-9a-z`. */
  readonly id: string
  /** 32 random bytes, base64url. */
  readonly secret: string
}

/** `tk_ORGANISATION_ID_SECRET_CHECK`: the check lets scanners of secrets, and whoever mistypes, know without asking. */
export function formatToken({ organisation, id, secret }: TokenText): string {
  const text = `tk_${organisation}_${id}_${secret}`
  return `${text}_${checkOf(text)}`
}

/** Undefined for anything that was never a token. */
export function parseToken(text: string): TokenText | undefined {
  const [, head, organisation, id, secret, check] = pattern.exec(text) ?? []
  if (head === undefined || organisation === undefined || id === undefined || secret === undefined) return undefined
  return checkOf(head) === check ? { organisation, id, secret } : undefined
}

const pattern = /^(tk_([a-z0-9-]{1,63})_([0-9a-z]{12})_([\w-]{43}))_([0-9a-f]{8})$/

/** CRC-32 (ISO 3309), 8 hexadecimal digits. */
function checkOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
