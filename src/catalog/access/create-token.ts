import { randomId } from '../../util/random-id.js'
import { sha256 } from '../../util/sha256.js'
import type { PersonOrigin, TokenOrigin } from '../model/index.js'
import type { TokenRecord } from '../store/index.js'
import { formatToken } from './token-text.js'

interface Granted {
  readonly name: string
  readonly permissions: readonly string[]
  readonly namespaces: readonly string[]
}

export interface NewToken extends Granted {
  /** Days until it ends. */
  readonly days: number
  /** Who works with it and has an account. Default: nobody that is known. */
  readonly person?: PersonOrigin
}

export interface CreatedToken {
  readonly record: TokenRecord
  /** Its text, which is kept nowhere. */
  readonly text: string
}

/**
 * Makes a token. Only the hash of its secret is kept.
 *
 * @param random bytes that nobody can guess.
 */
export function createToken(
  organisation: string,
  { days, ...granted }: NewToken,
  now: Date,
  random: (size: number) => Buffer,
): CreatedToken {
  return mint(organisation, { ...granted, milliseconds: days * millisecondsOfDay }, now, random)
}

/** Seconds: long enough for a job to publish, and over before anybody has found it in a log. */
export const exchangedFor = 900

/** Makes a token for a job that is trusted. */
export function createExchangedToken(
  organisation: string,
  granted: Granted & { readonly origin: TokenOrigin },
  now: Date,
  random: (size: number) => Buffer,
): CreatedToken {
  return mint(organisation, { ...granted, milliseconds: exchangedFor * 1000 }, now, random)
}

/** Makes a token that stands for the session of somebody. It lets do nothing by itself. */
export function createSessionToken(
  organisation: string,
  signedIn: { readonly name: string; readonly person: PersonOrigin; readonly milliseconds: number },
  now: Date,
  random: (size: number) => Buffer,
): Pick<CreatedToken, 'record'> {
  const { record } = mint(organisation, { ...signedIn, permissions: [], namespaces: [] }, now, random)
  return { record }
}

function mint(
  organisation: string,
  { milliseconds, ...granted }: Granted & Pick<TokenRecord, 'origin' | 'person'> & { readonly milliseconds: number },
  now: Date,
  random: (size: number) => Buffer,
): CreatedToken {
  const id = randomId(random)
  const secret = random(32).toString('base64url')
  const record: TokenRecord = {
    id,
    organisation,
    ...granted,
    // It has 256 random bits: there is nothing to guess, and so nothing to slow down.
    hash: sha256(secret),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + milliseconds).toISOString(),
    revoked: false,
  }
  return { record, text: formatToken({ organisation, id, secret }) }
}

const millisecondsOfDay = 86_400_000
