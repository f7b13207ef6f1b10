import { eventText, parseMediaType } from '../wire/index.js'
import { problemText } from './problem-text.js'
import type { Refusal } from './refusal.js'
import type { ResponseLike } from './request.js'

/**
 * How a streamed answer says why it ends: streams of events have an event for it, `error`, with the problem as its data.
 * Undefined for all others, in which nothing but items can stand.
 */
export function lastWordsOf({ headers }: ResponseLike): ((refusal: Refusal) => string) | undefined {
  const type = headers.find(([name]) => name === 'content-type')?.[1]
  if (type === undefined || parseMediaType(type)?.essence !== 'text/event-stream') return undefined
  return (refusal) => eventText({ event: 'error' }, problemText(refusal))
}
