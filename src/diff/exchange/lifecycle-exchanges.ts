import { onChannelOf } from './channel-exchanges.js'
import { requestText } from './request-text.js'
import { refusalText } from './response-text.js'
import { httpOperation, type ShowFinding } from './scene.js'

/** What is retired is not there any more, whatever is still written about it. */
export const showRetired: ShowFinding = (edit, scene) => {
  if (edit.node === 'parameter') {
    const operation = httpOperation(edit.place, scene)
    const { before: parameter } = edit
    if (!operation || !parameter || !scene.isRead) return undefined
    return { text: requestText(operation, scene.before, { parameter }), reason: 'the parameter is not read any more' }
  }
  const { before, after } = edit.place.operation ?? {}
  if (edit.node !== 'governance' || !before) return undefined
  if (before.kind === 'http') {
    const text = requestText(before, scene.before)
    if (before.role !== 'path') return { text, reason: 'nobody sends it any more', outcome: 'gone' }
    // RFC 9110, section 15.5.11.
    return {
      text,
      reason: 'nothing answers there any more',
      now: refusalText(after, ['410', '404'], scene.answers.after),
    }
  }
  const [message] = before.messages
  return message && { text: onChannelOf(before, message, scene.before), reason: 'nobody is there any more' }
}
