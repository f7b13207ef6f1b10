import { type Permission, permissions } from '../permissions.js'

/** What somebody is in some namespaces; each includes those before it. */
const roles = ['reader', 'publisher', 'approver', 'admin'] as const
export type Role = (typeof roles)[number]

/** Makes the members of a group something. */
export interface RoleRule {
  readonly group: string
  readonly role: Role
  /** Patterns of the namespaces where they are it. */
  readonly namespaces: readonly string[]
}

/** `GROUP=ROLE`, or `GROUP=ROLE:NAMESPACE,…`; undefined for anything else. The group may have `=` in its name. */
export function parseRoleRule(text: string): RoleRule | undefined {
  const [, group, name, namespaces] = /^(.+)=([a-z]+)(?::([a-z0-9._*,-]{1,1000}))?$/s.exec(text) ?? []
  const role = roles.find((each) => each === name)
  if (group === undefined || !role) return undefined
  const patterns = namespaces?.split(',') ?? ['*']
  return patterns.includes('') ? undefined : { group, role, namespaces: patterns }
}

/** Some permissions in some namespaces. Several are not added up: each holds where it is given. */
export interface Grant {
  /** Where it was given as one. */
  readonly role?: Role | undefined
  readonly permissions: readonly string[]
  readonly namespaces: readonly string[]
}

/** What the members of all these groups may do. */
export function grantsOf(rules: readonly RoleRule[], groups: readonly string[]): readonly Grant[] {
  return rules
    .filter(({ group }) => groups.includes(group))
    .map(({ role, namespaces }) => ({ role, permissions: permissionsOf(role), namespaces }))
}

const steps: Readonly<Record<Role, readonly Permission[]>> = {
  reader: ['contracts:read'],
  publisher: ['contracts:publish', 'consumers:write', 'deployments:write'],
  approver: ['reviews:approve'],
  admin: permissions,
}

/** As tokens: what is of no namespace, the audit among it, is the whole organisation's. */
function permissionsOf(role: Role): readonly Permission[] {
  return [...new Set(roles.slice(0, roles.indexOf(role) + 1).flatMap((each) => steps[each]))]
}
