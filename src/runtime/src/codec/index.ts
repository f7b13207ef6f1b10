export { createIssues, silent } from './issues.js'
export { within } from './path.js'
export type { Codec, Issue, Issues, MaskRule, Path, View } from './types.js'
