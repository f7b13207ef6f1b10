export { type Explanation, explain, listCodes } from './api/explain.js'
export { type ConfigInput, type ContractInput, defineConfig } from './config/index.js'
export type { CodeName, Diagnostic, RelatedPlace, Severity, SourceSpan } from './diagnostic/index.js'
