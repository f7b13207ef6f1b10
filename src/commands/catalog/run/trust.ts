import { exchangeToken } from '../../../api/catalog/exchange.js'
import {
  addTrust,
  claimsOf,
  type JobFlags,
  listTrust,
  type NewTrustPolicy,
  removeTrust,
} from '../../../api/catalog/trust.js'
import { diagnostic } from '../../../diagnostic/index.js'
import { exitCode } from '../../base-command.js'
import { printJson } from '../../print.js'
import type { CatalogFlags } from '../flags.js'
import { table } from './table.js'
import { placeOf, refuse, withSession } from './with-session.js'

interface TrustFlags extends CatalogFlags, JobFlags {
  readonly issuer?: string | undefined
  readonly permission: readonly string[]
  readonly namespace: readonly string[]
}

export async function runTrustAdd(name: string, flags: TrustFlags): Promise<number> {
  const claims = claimsOf(flags)
  if ('problem' in claims)
    return refuse([diagnostic('TK6005', { problem: claims.problem, command: 'catalog trust add' })], flags)
  const { provider, issuer, permission, namespace } = flags
  const policy = {
    name,
    provider,
    ...(issuer !== undefined && { issuer }),
    claims: claims.claims,
    permissions: [...new Set(permission)],
    namespaces: namespace,
  } as NewTrustPolicy
  return withSession(flags, (session) => addTrust(session, policy), {
    text: (added, style) => `${style.success('✔')} ${added.name}: jobs of ${added.issuer} are trusted\n`,
  })
}

export function runTrustList(flags: CatalogFlags): Promise<number> {
  return withSession(flags, listTrust, {
    text: ({ items }) =>
      items.length === 0
        ? 'No jobs are trusted.\n'
        : table(
            items.map(({ name, issuer, claims, permissions, namespaces }) => [
              name,
              issuer,
              Object.entries(claims)
                .map(([claim, value]) => `${claim}=${value}`)
                .join(' '),
              permissions.join(','),
              namespaces.join(','),
            ]),
          ),
  })
}

export function runTrustRemove(name: string, flags: CatalogFlags): Promise<number> {
  return withSession(flags, (session) => removeTrust(session, name), {
    text: (_, style) => `${style.success('✔')} ${name}: its jobs are trusted no more\n`,
  })
}

/** The token alone on stdout, for a variable. */
export async function runTokenExchange(flags: CatalogFlags): Promise<number> {
  const token = await exchangeToken(placeOf(flags))
  if ('problems' in token) return refuse(token.problems, flags)
  if (flags.json) printJson({ schemaVersion: 1, token: token.text })
  else process.stdout.write(`${token.text}\n`)
  return exitCode.fine
}
