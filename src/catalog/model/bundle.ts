/** All that a contract consists of, byte for byte as it was published; what is read from a catalog is the same. */
export type { BundleFile as BundleDocument, BundleText as Bundle } from '../../contract/source/index.js'
