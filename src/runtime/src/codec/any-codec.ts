import { acceptAll } from './refuse.js'
import type { Codec } from './types.js'
import { anything } from './write/anything.js'
import { unwritten } from './write/structure.js'

/** Takes any value of JSON that comes in. */
export const anyInput: Codec = { check: acceptAll, write: unwritten }

/** Takes and writes any value of JSON: the contract says nothing about it. */
export const anyOutput: Codec = { check: acceptAll, write: anything }
