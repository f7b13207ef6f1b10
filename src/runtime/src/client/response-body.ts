import { type ProblemDetails, type ServerRefusal, serverRefusal } from '../error/index.js'
import {
  decodeForm,
  decodeMultipart,
  readEvents,
  readLines,
  textAs,
  type WireIssue,
  type WireMedia,
} from '../wire/index.js'
import { binaryContent, emptyStream } from './binary-content.js'
import type { Deadline } from './deadline.js'
import { problemIn } from './read-problem.js'

/** Makes the error for a body that is not what it should be; `detail` names expectations only. */
type Unreadable = (detail: string) => Error

export interface BodyErrors {
  readonly unreadable: Unreadable
  /** The server has ended a stream of events, and says why. */
  readonly refused: (problem: ProblemDetails, refusal: ServerRefusal) => Error
}

/**
 * The body of an answer. What is read as a whole is read in the attempt's time; streams and files come as they are asked
 * for, under the caller's signal alone.
 */
export async function readBody(
  response: Response,
  media: WireMedia,
  contentType: string,
  deadline: Deadline,
  errors: BodyErrors,
): Promise<unknown> {
  if (media.kind === 'binary' || media.kind === 'events' || media.kind === 'lines') {
    deadline.stopTimer()
    if (media.kind === 'binary') return binaryContent(response, contentType, deadline)
    return sequence(response, media, contentType, deadline, errors)
  }
  const body = await readWhole(response, media, contentType, deadline, errors.unreadable)
  deadline.release()
  return body
}

async function readWhole(
  response: Response,
  media: WireMedia,
  contentType: string,
  deadline: Deadline,
  unreadable: Unreadable,
): Promise<unknown> {
  const issues: WireIssue[] = []
  if (media.kind === 'multipart') {
    const bytes = new Uint8Array(await deadline.network(response.arrayBuffer()))
    return judged(decodeMultipart(media, bytes, contentType, issues), issues, unreadable)
  }
  const text = await deadline.network(response.text())
  if (media.kind === 'json') return parse(text, unreadable)
  return media.kind === 'form' ? judged(decodeForm(media, text, issues), issues, unreadable) : text
}

function judged<T>(value: T, [issue]: readonly WireIssue[], unreadable: Unreadable): T {
  if (issue) throw unreadable(`\`${issue.name}\` must be ${issue.expected}`)
  return value
}

/** The engine's error quotes the text, so it is not kept as cause. */
function parse(text: string, unreadable: Unreadable): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw unreadable('its body must be JSON')
  }
}

/** Can be walked once. Leaving the loop cancels the body. */
function sequence(
  response: Response,
  media: WireMedia,
  contentType: string,
  deadline: Deadline,
  { unreadable, refused }: BodyErrors,
): AsyncIterable<unknown> {
  const stream = response.body ?? emptyStream()
  const tooLong = (): Error => unreadable('none of its items may be longer than 16 MiB')
  if (media.kind === 'lines') {
    return mapped(readLines(stream, contentType, tooLong), deadline, (text) => parse(text, unreadable))
  }
  return mapped(readEvents(stream, tooLong), deadline, (event) => {
    const problem = event.event === 'error' ? problemIn(event.data) : undefined
    const refusal = serverRefusal(problem)
    if (problem && refusal) throw refused(problem, refusal)
    const issues: string[] = []
    const data = textAs(event.data, media.shape ?? { kind: 'json' }, (_, expected) => void issues.push(expected))
    if (issues.length > 0) throw unreadable(`the data of its events must be ${issues.join(', ')}`)
    return { ...event, data }
  })
}

function mapped<From, To>(
  source: AsyncIterableIterator<From>,
  deadline: Deadline,
  map: (item: From) => To,
): AsyncIterableIterator<To> {
  const iterator: AsyncIterableIterator<To> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      try {
        const next = await deadline.network(source.next())
        if (!next.done) return { done: false, value: map(next.value) }
      } catch (error) {
        const failure = deadline.failure(error)
        await iterator.return?.()
        throw failure
      }
      deadline.release()
      return { done: true, value: undefined }
    },
    async return() {
      deadline.release()
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
  return iterator
}
