import { timingSafeEqual } from 'node:crypto'

/**
 * Whether a form was sent by a page of this very site, as the browser says. One that says nothing at all is none of those
 * that people use, and has to bring the proof alone.
 */
export function isFromHere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}

/** Compares proofs in a time that says nothing of them. An empty one proves nothing. */
export function isSameProof(given: unknown, wanted: string | undefined): boolean {
  if (typeof given !== 'string' || wanted === undefined || wanted === '') return false
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
