export { anyOf } from './any-of.js'
export { type ApiKeyOptions, type ApiKeyRecord, apiKeys, hashApiKey } from './api-keys.js'
export { type JwtKeySource, type JwtOptions, jwt } from './jwt.js'
export type { Authenticated, Authentication, Authenticator, IssuerTrust, PresentedCredential } from './types.js'
