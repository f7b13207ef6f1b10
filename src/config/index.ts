export { defineConfig } from './define-config.js'
export { isPath, type ReadConfig, readConfig, sharedOutput } from './read-config.js'
export type { Config, ConfigInput, ConfigTarget, ContractConfig, ContractInput } from './types.js'
