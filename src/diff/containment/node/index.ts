export { createInterner, type Interner } from './interner.js'
export { bitsOf, bitsOfValue, brokenNumber, everyKind, type Kind, kinds, wholeNumber } from './kinds.js'
export type { ArrayFacet, Node, NumberFacet, ObjectFacet, TextFacet } from './node.js'
