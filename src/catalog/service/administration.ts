import { type CreatedToken, createToken, isCovered, type NewToken } from '../access/index.js'
import { defaultRules, type NamespaceRules } from '../model/index.js'
import type { AuditRecord, NamespaceRecord, TokenRecord } from '../store/index.js'
import type { Caller, ServiceContext } from './context.js'
import { writeRefusal } from './may-write.js'
import { notFound, type Refused, refused } from './refused.js'

export function listNamespaces(
  { store }: ServiceContext,
  { organisation }: Caller,
): Promise<readonly NamespaceRecord[]> {
  return store.of(organisation).namespaces()
}

/** Makes a namespace, or gives it other rules; what is not said is as it is by default. */
export async function configureNamespace(
  { store, now }: ServiceContext,
  caller: Caller,
  name: string,
  given: Partial<NamespaceRules>,
): Promise<NamespaceRecord | Refused> {
  const forbidden = writeRefusal(caller, name)
  if (forbidden) return forbidden
  const rules = { ...defaultRules, ...given }
  await store.of(caller.organisation).change({ actor: caller.actor, at: now().toISOString() }, async (writes) => {
    await writes.setNamespace({ name, rules })
    await writes.tell({ action: 'namespace-configured', subject: name, data: { ...rules } })
    await writes.emit('namespace.configured', { namespace: name, rules })
  })
  return { name, rules }
}

export function listTokens({ store }: ServiceContext, { organisation }: Caller): Promise<readonly TokenRecord[]> {
  return store.of(organisation).tokens()
}

/** Makes a token, which reaches no further than the one that it is made with. */
export async function makeToken(
  { store, now, random }: ServiceContext,
  caller: Caller,
  asked: NewToken,
): Promise<CreatedToken | Refused> {
  if (!asked.namespaces.every((pattern) => isCovered(caller.namespaces, pattern)))
    return refused('forbidden', 'The token does not reach so far itself.')
  const created = createToken(caller.organisation, asked, now(), random)
  const { id, name, permissions, namespaces, expiresAt } = created.record
  await store.of(caller.organisation).change({ actor: caller.actor, at: now().toISOString() }, async (writes) => {
    await writes.addToken(created.record)
    const data = { name, permissions, namespaces, expiresAt }
    await writes.tell({ action: 'token-created', subject: `token ${id}`, data })
    await writes.emit('token.created', { id, ...data })
  })
  return created
}

/** Takes effect with the next request. */
export function revokeToken(
  { store, now }: ServiceContext,
  { organisation, actor }: Caller,
  id: string,
): Promise<Refused | undefined> {
  return store.of(organisation).change({ actor, at: now().toISOString() }, async (writes) => {
    if (!(await writes.revokeToken(id))) return notFound
    await writes.tell({ action: 'token-revoked', subject: `token ${id}` })
    await writes.emit('token.revoked', { id })
    return undefined
  })
}

export interface AuditPage {
  readonly lines: readonly AuditRecord[]
  /** Where the next page begins; absent on the last. */
  readonly next?: number
}

/** Lines of the audit in their order, from the one after this position. */
export async function listAudit(
  { store }: ServiceContext,
  { organisation }: Caller,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<AuditPage> {
  const found = await store.of(organisation).audit({ after, limit: limit + 1 })
  const lines = found.slice(0, limit)
  const last = lines.at(-1)
  return found.length > limit && last ? { lines, next: last.position } : { lines }
}

/** How far the audit has come, signed, with the key that verifies it. */
export async function signCheckpoint(
  { store, now, publicKey }: ServiceContext,
  { organisation }: Caller,
): Promise<{ readonly line: string; readonly key: string } | Refused> {
  const line = await store.of(organisation).checkpoint(now().toISOString())
  if (line === undefined || line === '') return notFound
  return { line, key: publicKey.export({ type: 'spki', format: 'pem' }).toString() }
}
