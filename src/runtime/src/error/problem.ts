/** Problem details, RFC 9457. Every member may be missing; further members are extensions. */
export interface ProblemDetails {
  /** URI reference of the kind of problem; `about:blank` when absent. */
  readonly type?: string
  readonly title?: string
  readonly status?: number
  readonly detail?: string
  readonly instance?: string
  readonly [extension: string]: unknown
}

export const problemMediaType = 'application/problem+json'

const prefix = 'urn:tenantkit:problem:'

/** The `type` of a problem that the runtime itself tells of. */
export function problemType(name: string): string {
  return `${prefix}${name}`
}

const textMembers = ['type', 'title', 'detail', 'instance'] as const

/**
 * True for an object whose standard members, as far as it has them, are of the right type, and that has at least one of
 * them.
 */
export function isProblem(value: unknown): value is ProblemDetails {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const members = value as Readonly<Record<string, unknown>>
  const has = (name: string): boolean => Object.hasOwn(members, name)
  if (has('status') && typeof members['status'] !== 'number') return false
  if (textMembers.some((name) => has(name) && typeof members[name] !== 'string')) return false
  return has('status') || textMembers.some(has)
}
