import { createToken } from '../access/index.js'
import type { ServiceContext } from '../service/index.js'

/**
 * Makes an organisation when there is none, and a token that may do everything in it, unless somebody holds one: whoever
 * works on the catalog's own machine can get in again when the last one has ended.
 *
 * @returns the text of the token, which is kept nowhere; undefined when there is one that holds.
 */
export async function firstToken(
  { store, now, random }: ServiceContext,
  organisation: string,
): Promise<string | undefined> {
  const change = { actor: 'operator', at: now().toISOString() }
  await store.createOrganisation(organisation, change)
  return store.of(organisation).change(change, async (writes) => {
    const holds = (await writes.tokens()).some(
      ({ permissions, namespaces, revoked, expiresAt }) =>
        permissions.includes('admin') && namespaces.includes('*') && !revoked && expiresAt > change.at,
    )
    if (holds) return undefined
    const asked = { name: 'first', permissions: ['admin'], namespaces: ['*'], days: 90 }
    const { record, text } = createToken(organisation, asked, now(), random)
    await writes.addToken(record)
    const { id, name, permissions, namespaces, expiresAt } = record
    const data = { name, permissions, namespaces, expiresAt }
    await writes.tell({ action: 'token-created', subject: `token ${id}`, data })
    await writes.emit('token.created', { id, ...data })
    return text
  })
}
