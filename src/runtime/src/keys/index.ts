export { deriveKey } from './derive.js'
export {
  type EnvelopeKeys,
  type EnvelopeKeysOptions,
  envelopeKeys,
  type KeyContext,
  type KeyWrapper,
  type WrappedKey,
  type WrappedKeyStore,
} from './envelope-keys.js'
export { environmentKeys } from './environment-keys.js'
export { ephemeralKeys } from './ephemeral-keys.js'
export { type FileKeysOptions, fileKeys } from './file-keys.js'
export { folderKeyStore, memoryKeyStore } from './key-stores.js'
export { open, type SealPlace, seal } from './seal.js'
export type { KeyProvider, SecretKey, TenantKeys } from './types.js'
export { wrapWith } from './wrap-with.js'
