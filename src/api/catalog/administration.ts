import { ask } from '../../catalog/client/index.js'
import type { CreatedToken } from '../../catalog/http/generated/types/created-token.js'
import type { Namespace } from '../../catalog/http/generated/types/namespace.js'
import type { NamespaceRules } from '../../catalog/http/generated/types/namespace-rules.js'
import type { NewToken } from '../../catalog/http/generated/types/new-token.js'
import type { Token } from '../../catalog/http/generated/types/token.js'
import { type Failed, failedWith, type Session } from './session.js'

export type { CreatedToken, Namespace, NamespaceRules, NewToken, Token }

export async function listNamespaces({
  client,
  url,
}: Session): Promise<{ readonly items: readonly Namespace[] } | Failed> {
  const answered = await ask('list namespaces', url, () => client.listNamespaces())
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function configureNamespace(
  session: Session,
  namespace: string,
  rules: NamespaceRules,
): Promise<Namespace | Failed> {
  const { client, url } = session
  // What the catalog is not told is as it is by default; what is not asked for here stays as it is.
  const known = await listNamespaces(session)
  if ('problems' in known) return known
  const now = known.items.find(({ name }) => name === namespace)?.rules
  const call = () => client.configureNamespace({ path: { namespace }, body: { ...now, ...rules } })
  const answered = await ask(`configure \`${namespace}\``, url, call)
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function listTokens({ client, url }: Session): Promise<{ readonly items: readonly Token[] } | Failed> {
  const answered = await ask('list tokens', url, () => client.listTokens())
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

/** Its text is in this answer and nowhere else. */
export async function createToken({ client, url }: Session, token: NewToken): Promise<CreatedToken | Failed> {
  const answered = await ask('make a token', url, () => client.createToken({ body: token }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

export async function revokeToken({ client, url }: Session, tokenId: string): Promise<object | Failed> {
  const answered = await ask(`revoke \`${tokenId}\``, url, () => client.revokeToken({ path: { tokenId } }))
  return 'problem' in answered ? failedWith(answered.problem) : {}
}

/** Lines of the audit after a position. */
export async function listAudit(
  { client, url }: Session,
  query: { readonly after: number; readonly limit: number },
): Promise<{ readonly lines: readonly string[]; readonly next?: number } | Failed> {
  const answered = await ask('show the audit', url, () => client.listAudit({ query }))
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}
