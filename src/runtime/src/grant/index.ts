/** What lets a tenant's callers reach another tenant. */
export { findGrants } from './find-grants.js'
export { type GrantList, grantList } from './grant-list.js'
export { type GrantedWork, type GrantedWorkOptions, runWithGrant } from './run-with-grant.js'
export type { Grant, GrantDirectory, GrantRequest } from './types.js'
