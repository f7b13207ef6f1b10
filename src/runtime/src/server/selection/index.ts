export { checkSelection, type PreparedSelection, prepareSelection } from './check-selection.js'
export type { ServerSelection } from './types.js'
