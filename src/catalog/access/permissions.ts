/** What a token may be for; `admin` includes all. The contract asks for them by these names. */
export const permissions = [
  'contracts:read',
  'contracts:publish',
  'consumers:write',
  'deployments:write',
  'reviews:approve',
  'audit:read',
  'admin',
] as const

export type Permission = (typeof permissions)[number]
