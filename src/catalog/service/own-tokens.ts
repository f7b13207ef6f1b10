import { type CreatedToken, createToken, type Grant } from '../access/index.js'
import type { PersonOrigin } from '../model/index.js'
import type { TokenRecord } from '../store/index.js'
import type { ServiceContext } from './context.js'

/** Somebody who has signed in with an account. */
export interface AccountHolder {
  readonly organisation: string
  /** `person:SUBJECT`. */
  readonly actor: string
  readonly person: PersonOrigin
}

export interface OwnToken {
  readonly name: string
  /** One of those that they have; several are not added up. */
  readonly grant: Grant
  readonly days: number
}

/** The tokens that somebody has made for themselves, and that still hold; newest first. */
export async function listOwnTokens(
  { store, now }: ServiceContext,
  { organisation, person }: AccountHolder,
): Promise<readonly TokenRecord[]> {
  const at = now().toISOString()
  const tokens = await store.of(organisation).tokens()
  return tokens.filter(
    (token) => isOwn(token, person) && token.permissions.length > 0 && !token.revoked && token.expiresAt > at,
  )
}

/** Makes a token for whoever works with a command line. Its deeds are theirs, as those on the pages are. */
export async function makeOwnToken(
  { store, now, random }: ServiceContext,
  { organisation, actor, person }: AccountHolder,
  { name, grant: { permissions, namespaces }, days }: OwnToken,
): Promise<CreatedToken> {
  const created = createToken(organisation, { name, permissions, namespaces, days, person }, now(), random)
  const { id, expiresAt } = created.record
  await store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    await writes.addToken(created.record)
    const data = { name, permissions, namespaces, expiresAt }
    await writes.tell({ action: 'token-created', subject: `token ${id}`, data })
  })
  return created
}

/** False for a token that is not theirs, or holds no more. */
export function revokeOwnToken(
  { store, now }: ServiceContext,
  { organisation, actor, person }: AccountHolder,
  id: string,
): Promise<boolean> {
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    const token = (await writes.tokens()).find((each) => each.id === id && isOwn(each, person))
    if (!token || !(await writes.revokeToken(id))) return false
    await writes.tell({ action: 'token-revoked', subject: `token ${id}` })
    return true
  })
}

function isOwn(token: TokenRecord, { issuer, subject }: PersonOrigin): boolean {
  return token.person?.subject === subject && token.person.issuer === issuer
}
