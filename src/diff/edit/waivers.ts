import type { EditKey } from './edit.js'

const byLifecycle = 'AsyncAPI has no word for it: the lifecycle says it, and its edits are claimed'
const byField = 'a binding is told field by field, also where all of it came or went'
const always = 'every parameter has a schema: of any text, where none is written'

/** Edits that no rule claims, each with the reason why nobody needs to hear of it. A test holds the two lists together. */
export const waivers: Readonly<Partial<Record<EditKey, string>>> = {
  'binding:added': byField,
  'binding:removed': byField,
  'channel-operation.deprecated:set': byLifecycle,
  'channel-operation.deprecated:unset': byLifecycle,
  'channel-parameter.schema:added': always,
  'channel-parameter.schema:removed': always,
  'message.deprecated:set': byLifecycle,
  'message.deprecated:unset': byLifecycle,
}
