export { defineConfig } from './define-config.js'
export { findConfig, isPath, type ReadConfig, readConfig, sharedOutput } from './read-config.js'
export type {
  Config,
  ConfigInput,
  ConfigTarget,
  ContractConfig,
  ContractInput,
  DiffConfig,
  DiffInput,
  DiffLevel,
} from './types.js'
