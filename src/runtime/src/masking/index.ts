export { clearanceOf, covers, dominates, isAtLeast, lesser } from './clearance.js'
export { isMask } from './is-mask.js'
export { createMaskKeys, type MaskKeysOptions, openMasked, openToken } from './mask-keys.js'

export { isKeyed, maskValue } from './mask-value.js'
export { exposed, isSensitive, type Sensitive, sensitive } from './sensitive.js'
export { type MemoryVaultOptions, memoryVault, type TokenVault } from './token-vault.js'
export type { Clearance, ClearancePolicy, MaskKeys, Sensitivity, Sink } from './types.js'
export { createView, type ViewOptions } from './view.js'
