export { type CreatedToken, createToken, type NewToken } from './create-token.js'
export { type Permission, permissions } from './permissions.js'
export { mayWrite, tokenAuthenticator } from './token-authenticator.js'
export { parseToken } from './token-text.js'
