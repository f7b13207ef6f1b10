export { type ChangelogResult, changelog, renderChangelogs } from './api/changelog.js'
export type { ChangelogFormat } from './api/changelog-format.js'
export { type CheckSchemasOptions, checkSchemas, type SchemaAnswer } from './api/check-schemas.js'
export { outcomeOf } from './api/diff/outcome.js'
export { type DiffContractsOptions, diff } from './api/diff.js'
export { type Explanation, explain, listCodes } from './api/explain.js'
export { type GeneratedContract, type GenerateOptions, type GenerateResult, generate } from './api/generate.js'
export { type GenerateFromConfigOptions, generateFromConfig } from './api/generate-from-config.js'
export {
  type Config,
  type ConfigInput,
  type ContractConfig,
  type ContractInput,
  defineConfig,
  readConfig,
} from './config/index.js'
export type { CodeName, Diagnostic, RelatedPlace, Severity, SourceSpan } from './diagnostic/index.js'
