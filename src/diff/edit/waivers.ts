import type { EditKey } from './edit.js'

/** Edits that no rule claims, each with the reason why nobody needs to hear of it. A test holds the two lists together. */
export const waivers: Readonly<Partial<Record<EditKey, string>>> = {}
