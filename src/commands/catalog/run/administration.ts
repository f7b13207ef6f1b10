import {
  configureNamespace,
  createToken,
  listNamespaces,
  listTokens,
  type NamespaceRules,
  type NewToken,
  revokeToken,
} from '../../../api/catalog/administration.js'
import type { CatalogFlags } from '../flags.js'
import { table } from './table.js'
import { withSession } from './with-session.js'

export interface RuleFlags extends CatalogFlags {
  readonly compatibility?: string | undefined
  readonly 'on-breaking'?: string | undefined
  readonly 'scoped-at-least'?: number | undefined
  readonly 'classified-at-least'?: number | undefined
  readonly semver?: string | undefined
}

export function runNamespaceList(flags: CatalogFlags): Promise<number> {
  return withSession(flags, listNamespaces, {
    text: ({ items }) =>
      items.length === 0
        ? 'There are no namespaces.\n'
        : table(items.map(({ name, rules }) => [name, ...wordsOf(rules)])),
  })
}

export function runNamespaceConfigure(namespace: string, flags: RuleFlags): Promise<number> {
  const { compatibility, semver } = flags
  const [onBreaking, scoped, classified] = [
    flags['on-breaking'],
    flags['scoped-at-least'],
    flags['classified-at-least'],
  ]
  const rules = {
    ...(compatibility !== undefined && { compatibility }),
    ...(onBreaking !== undefined && { onBreaking }),
    ...(scoped !== undefined && { scopedAtLeast: scoped }),
    ...(classified !== undefined && { classifiedAtLeast: classified }),
    ...(semver !== undefined && { semver }),
  } as NamespaceRules
  return withSession(flags, (session) => configureNamespace(session, namespace, rules), {
    text: ({ name, rules: now }, style) => `${style.success('✔')} ${name}: ${wordsOf(now).join(', ')}\n`,
  })
}

function wordsOf(rules: NamespaceRules): readonly string[] {
  const {
    compatibility = 'backward',
    onBreaking = 'refuse',
    scopedAtLeast = 0,
    classifiedAtLeast = 0,
    semver = 'enforce',
  } = rules
  return [
    `compatibility ${compatibility}`,
    `on breaking ${onBreaking}`,
    `scoped ${scopedAtLeast} %`,
    `classified ${classifiedAtLeast} %`,
    `semver ${semver}`,
  ]
}

export function runTokenCreate(
  name: string,
  flags: CatalogFlags & {
    readonly permission: readonly string[]
    readonly namespace?: readonly string[] | undefined
    readonly days?: number | undefined
  },
): Promise<number> {
  const { permission, namespace, days } = flags
  const asked = {
    name,
    permissions: [...new Set(permission)],
    ...(namespace && { namespaces: namespace }),
    ...(days !== undefined && { days }),
  } as NewToken
  return withSession(flags, (session) => createToken(session, asked), {
    // The secret alone on its line, last: it can be cut off with `tail -n 1`.
    text: ({ token, secret }, style) =>
      `${style.success('✔')} token ${token.id} until ${token.expiresAt.slice(0, 10)}; this is the only time that it is shown:\n${secret}\n`,
  })
}

export function runTokenList(flags: CatalogFlags): Promise<number> {
  return withSession(flags, listTokens, {
    text: ({ items }) =>
      table(
        items.map(({ id, name, permissions, namespaces, expiresAt, revoked }) => [
          id,
          name,
          permissions.join(','),
          namespaces.join(','),
          revoked ? 'revoked' : `until ${expiresAt.slice(0, 10)}`,
        ]),
      ),
  })
}

export function runTokenRevoke(id: string, flags: CatalogFlags): Promise<number> {
  return withSession(flags, (session) => revokeToken(session, id), {
    text: (_, style) => `${style.success('✔')} token ${id} is revoked\n`,
  })
}
