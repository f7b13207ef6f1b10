import type { Idempotency, Operation } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { JsonValue } from '../../util/own.js'
import { idempotencyChangeOf, keyPlace } from '../rules/governance/idempotency-change.js'
import { onChannelOf } from './channel-exchanges.js'
import { payloadsOf } from './payloads.js'
import { requestText } from './request-text.js'
import { refusalText } from './response-text.js'
import type { Samples } from './samples.js'
import type { ShowFinding } from './scene.js'

/** A call without a key, which was served. */
export const showKeyRequired: ShowFinding = ({ place }, scene) => {
  const { before, after } = place.operation ?? {}
  if (!before) return undefined
  const reason = 'the idempotency key is missing'
  if (before.kind === 'http')
    return {
      text: requestText(before, scene.before),
      reason,
      // draft-ietf-httpapi-idempotency-key-header, section 2.7.
      now: refusalText(after, ['400'], scene.answers.after),
    }
  const [message] = before.messages
  return message && { text: onChannelOf(before, message, scene.before), reason }
}

/** A call that is made again because nobody answered. */
export const showKeyIgnored: ShowFinding = (edit, scene) => {
  const { from } = edit.node === 'governance' ? (idempotencyChangeOf(edit) ?? {}) : {}
  if (edit.node !== 'governance' || !from) return undefined
  const { before } = edit.place.operation ?? {}
  const text = before && withKey(before, from, scene.before)
  return { text, reason: 'the key is not looked at any more', outcome: 'repeated' }
}

/** A call with the key where it was looked for. */
export const showIdempotencyKeyMoved: ShowFinding = (edit, scene) => {
  const { from, to } = edit.node === 'governance' ? (idempotencyChangeOf(edit) ?? {}) : {}
  if (!from || !to) return undefined
  const { before, after } = edit.place.operation ?? {}
  const text = before && withKey(before, from, scene.before)
  const reason = `the key is looked for in ${keyPlace(to)}`
  if (to.mode !== 'required' || before?.kind !== 'http') return { text, reason, outcome: 'repeated' }
  return { text, reason, now: refusalText(after, ['400'], scene.answers.after) }
}

/** What carries an idempotency key; what the API sends itself as well. */
function withKey(operation: Operation, { key }: Idempotency, samples: Samples): string | undefined {
  if (key.in === 'body') {
    const member = { path: tokensOf(key.pointer), fits: isText, values: ['<key>'] }
    const isRead = operation.kind === 'http' ? operation.role === 'path' : operation.action === 'receive'
    return payloadsOf(operation, samples, isRead)[0]?.text(member)
  }
  const lines = [`${key.name}: <key>`]
  if (operation.kind === 'http') return requestText(operation, samples, { lines })
  const [message] = operation.messages
  return message && onChannelOf(operation, message, samples, lines)
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string' && value !== ''
}
