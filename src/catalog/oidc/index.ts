export { claimedIssuer, createIdTokens, type IdTokens, type IdTokenVerdict } from './id-tokens.js'
export { isServiceAddress, usualIssuers } from './service-address.js'
