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

/** What tokens of jobs may be for: none administers, for it could make itself one that lasts. */
export const jobPermissions = permissions.filter((each): each is Exclude<Permission, 'admin'> => each !== 'admin')

export type Permission = (typeof permissions)[number]
