export {
  type CreatedToken,
  createExchangedToken,
  createSessionToken,
  createToken,
  exchangedFor,
  type NewToken,
} from './create-token.js'
export { isCovered } from './is-covered.js'
export { jobPermissions, type Permission, permissions } from './permissions.js'
export { type Grant, grantsOf, parseRoleRule, type RoleRule } from './roles/role-rules.js'
export { authenticationOf, tokenAuthenticator } from './token-authenticator.js'
export { parseToken } from './token-text.js'
export { judgeJob } from './trust/judge-job.js'
export { policyFault } from './trust/policy-fault.js'
export { tokenPrint } from './trust/token-print.js'
