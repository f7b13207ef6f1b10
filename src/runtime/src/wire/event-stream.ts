import type { ServerSentEvent } from './content.js'
import { notWritable } from './issue.js'
import { lineSplitter } from './line-splitter.js'
import { cutChunks, textChunks } from './text-stream.js'

/** UTF-16 units of one event; a longer one ends the stream with an error. */
export const maxEventLength = 16 * 1024 * 1024

/** Reads `text/event-stream` (HTML Living Standard, section 9.2.6), split wherever it is. */
export function readEvents(
  stream: ReadableStream<Uint8Array>,
  tooLong: () => Error,
): AsyncIterableIterator<ServerSentEvent<string>> {
  const parser = eventParser(tooLong)
  return cutChunks(
    textChunks(stream),
    (chunk) => parser.push(chunk),
    // An event that no empty line ends is incomplete and dropped, as the standard says.
    () => [],
  )
}

export interface EventParser {
  /** The events that this chunk of text completes. */
  push(chunk: string): ServerSentEvent<string>[]
}

export function eventParser(tooLong: () => Error): EventParser {
  const lines = lineSplitter('any', maxEventLength, tooLong)
  let data: string[] = []
  let length = 0
  let event: string | undefined
  let id: string | undefined
  let retry: number | undefined

  function take(field: string, value: string): void {
    if (field === 'data') {
      length += value.length
      if (length > maxEventLength) throw tooLong()
      data.push(value)
    } else if (field === 'event') event = value
    else if (field === 'id' && !value.includes('\0')) id = value
    else if (field === 'retry' && /^\d{1,15}$/.test(value)) retry = Number(value)
  }

  function complete(): ServerSentEvent<string>[] {
    const found = data.length === 0 ? [] : [{ data: data.join('\n'), ...(event && { event }), ...rest() }]
    data = []
    length = 0
    event = id = retry = undefined
    return found
  }

  function rest(): { id?: string; retry?: number } {
    return { ...(id !== undefined && { id }), ...(retry !== undefined && { retry }) }
  }

  return {
    push: (chunk) =>
      lines.push(chunk).flatMap((line) => {
        if (line === '') return complete()
        const colon = line.indexOf(':')
        if (colon < 0) take(line, '')
        else if (colon > 0) take(line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1))
        return []
      }),
  }
}

/** One event as text, its data given as text. Throws a RequestError for a name or id of several lines. */
export function eventText(event: Omit<ServerSentEvent<unknown>, 'data'>, data: string): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`)
  const name = event.event === undefined ? '' : `event: ${oneLine(event.event, 'event')}\n`
  const id = event.id === undefined ? '' : `id: ${oneLine(event.id, 'id')}\n`
  const retry = event.retry === undefined ? '' : `retry: ${Math.max(0, Math.trunc(event.retry))}\n`
  return `${name}${id}${retry}${lines.join('')}\n`
}

function oneLine(text: string, name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[\r\n\0]/.test(text)) throw notWritable({ place: 'body', name }, 'text of one line')
  return text
}
