export { type BundleLimits, checkBundle } from '../../contract/source/index.js'
export { type Bundled, bundleContract } from './bundle-contract.js'
export { digestOf } from './digest-of.js'
export { openBundle } from './open-bundle.js'
