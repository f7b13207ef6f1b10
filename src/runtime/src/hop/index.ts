/** From one service to the next, on behalf of whoever called the first. */
export { type ContextSigner, type ContextSignerOptions, contextSigner, type SignOptions } from './context-signer.js'
export { type ContextIssuer, type ContextTokensOptions, contextTokens } from './context-tokens.js'
export { type SpentTokens, spentTokens } from './spent-tokens.js'
