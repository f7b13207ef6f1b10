/** Texts of a stream of UTF-8, without a byte order mark. Leaving early cancels the stream, even while it is waiting. */
export function textChunks(stream: ReadableStream<Uint8Array>): AsyncIterableIterator<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let isDone = false
  const iterator: AsyncIterableIterator<string> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      if (isDone) return { done: true, value: undefined }
      const { done, value } = await reader.read()
      if (!done) return { done: false, value: decoder.decode(value, { stream: true }) }
      isDone = true
      reader.releaseLock()
      return { done: false, value: decoder.decode() }
    },
    async return() {
      if (!isDone) {
        isDone = true
        await reader.cancel().catch(() => undefined)
      }
      return { done: true, value: undefined }
    },
  }
  return iterator
}

/** One item for each that `cut` finds in a chunk; `end` gives what is left. Leaving early cancels the source at once. */
export function cutChunks<Item>(
  source: AsyncIterableIterator<string>,
  cut: (chunk: string) => readonly Item[],
  end: () => readonly Item[],
): AsyncIterableIterator<Item> {
  let ready: readonly Item[] = []
  let at = 0
  let isEnded = false
  let last: Promise<unknown> = Promise.resolve()

  async function step(): Promise<IteratorResult<Item>> {
    while (at >= ready.length) {
      if (isEnded) return { done: true, value: undefined }
      const chunk = await source.next()
      isEnded ||= chunk.done === true
      try {
        ready = chunk.done ? end() : cut(chunk.value)
      } catch (error) {
        isEnded = true
        await source.return?.()
        throw error
      }
      at = 0
    }
    return { done: false, value: ready[at++] as Item }
  }

  const iterator: AsyncIterableIterator<Item> = {
    [Symbol.asyncIterator]: () => iterator,
    next() {
      // One after the other, as generators do it: two at a time would take each other's items.
      const next = last.then(step)
      last = next.catch(() => undefined)
      return next
    },
    async return() {
      isEnded = true
      ready = []
      await source.return?.()
      return { done: true, value: undefined }
    },
  }
  return iterator
}

/** A stream of the texts of items, made as they are asked for. Cancelling it ends the iteration. */
export function streamOf<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  textOf: (item: Item) => string,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(textOf(next.value)))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
