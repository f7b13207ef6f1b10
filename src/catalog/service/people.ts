import { createSessionToken } from '../access/index.js'
import type { PersonOrigin } from '../model/index.js'
import type { TokenRecord } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'

export interface SignedIn {
  readonly organisation: string
  /** As others read it. */
  readonly name: string
  readonly person: PersonOrigin
  /** Milliseconds until they are asked again. */
  readonly lifetime: number
}

/** Lets somebody in who has proved who they are. The token stands for the session; its secret is thrown away. */
export function signIn(
  { store, now, random }: ServiceContext,
  { organisation, name, person, lifetime }: SignedIn,
): Promise<TokenRecord> {
  const { record } = createSessionToken(organisation, { name, person, milliseconds: lifetime }, now(), random)
  const { issuer, subject, groups } = person
  const change = { actor: `person:${subject}`, at: now().toISOString() }
  return store.of(organisation).change(change, async (writes) => {
    await writes.forgetShortLived()
    await writes.addToken(record)
    await writes.tell({ action: 'signed-in', subject: `token ${record.id}`, data: { issuer, name, groups } })
    return record
  })
}

/** Ends a session for everybody who has its cookie. */
export function signOut({ store, now }: ServiceContext, { organisation, actor }: Caller, token: string): Promise<void> {
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    if (await writes.revokeToken(token)) await writes.tell({ action: 'signed-out', subject: `token ${token}` })
  })
}

export interface SignInRefused {
  readonly organisation: string
  /** In one word of ours. */
  readonly reason: string
  /** Of somebody who has proved who they are, all the same. */
  readonly person?: Pick<PersonOrigin, 'issuer' | 'subject'> | undefined
}

export function tellSignInRefused(
  { store, now }: ServiceContext,
  { organisation, reason, person }: SignInRefused,
): Promise<void> {
  const change = { actor: person ? `person:${person.subject}` : 'anonymous', at: now().toISOString() }
  const data = { reason, ...(person && { issuer: person.issuer }) }
  return store
    .of(organisation)
    .change(change, (writes) =>
      writes.tell({ action: 'sign-in-refused', subject: `organisation ${organisation}`, data }),
    )
}
