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
  'contract:added': 'a contract that is new is told by the run over several, which has no base to compare it with',
  'contract:removed': 'a contract that is gone is told by the run over several, with a finding of its own',
  'contract.specVersion:changed': 'moving to another version of a standard changes nothing on the wire by itself',
  'contract.version:changed': 'the version is what the changes are judged by, see the judgement of semver',
  'server-variable:added': 'servers are paired by their address, so there are as many variables on both sides',
  'server-variable:removed': 'servers are paired by their address, so there are as many variables on both sides',
  'flow.scopes:changed': 'the value of a scope is its description: words for people',
  'encoding:added': 'what nobody wrote has defaults, and what is written is compared with them field by field',
  'encoding:removed': 'what nobody wrote has defaults, and they are compared with what was written field by field',
  'payload:added': 'a payload is compared where both versions have one; that it came is told of what carries it',
  'payload:removed': 'a payload is compared where both versions have one; that it went is told of what carries it',
  'governance:added': 'there always is one, and it is compared word by word',
  'governance:removed': 'there always is one, and it is compared word by word',
  'server-governance:added': 'there always is one, and it is compared word by word',
  'server-governance:removed': 'there always is one, and it is compared word by word',
  'policy:added': 'there always is one, with what is implied where nothing is written',
  'policy:removed': 'there always is one, with what is implied where nothing is written',
  'schema:added': 'a schema comes as a part of what holds it, whose edits are claimed',
  'schema:removed': 'a schema goes as a part of what holds it, whose edits are claimed',
  'schema.allOf:added': 'the branches hold together with all beside them, and are compared as one schema with it',
  'schema.allOf:removed': 'the branches hold together with all beside them, and are compared as one schema with it',
}
