import { beforeEach, describe, expect, it, vi } from 'vitest'
import { exchange } from './support/exchange.js'
import { ways } from './support/serve.js'

/** Items arrive one by one, as the handler yields them; whoever stops first is noticed by the other. */
describe.each(ways)('streams over %s', async (way) => {
  const { client, seen, errors } = await exchange(way)
  beforeEach(() => void (seen.length = 0))

  async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
    const list: Item[] = []
    for await (const item of items) list.push(item)
    return list
  }
  const ended = (): Promise<void> => vi.waitFor(() => expect(seen).toEqual(['stream ended']))

  it('events with names, ids and typed data', async () => {
    const { body, contentType } = await client.watchEvents({ headers: { lastEventID: '41' } })
    expect(contentType).toBe('text/event-stream')
    expect(await all(body)).toEqual([
      { event: 'note', id: '1', retry: 1500, data: { text: 'after 41\nü' } },
      { event: 'count', id: '2', data: 2 },
    ])
    await ended()
  })

  it('events of text, one of them empty', async () => {
    const events = await all((await client.watchText()).body)
    expect(events.map(({ data }) => data)).toEqual(['{"not": json', 'two\nlines', ''])
  })

  it('lines of JSON', async () => {
    expect(await all((await client.readLines()).body)).toEqual([
      { text: 'one\n\u2028' },
      { text: 'more', size: 2 },
      { text: 'more', size: 3 },
    ])
    await ended()
  })

  it('a sequence of JSON texts', async () => {
    expect(await all((await client.readSequence()).body)).toEqual([{ text: 'one' }, { text: 'two', size: 2 }])
    expect((await client.sendSequence({ body: notes(2) })).body).toEqual([{ text: '0' }, { text: '1' }])
    expect((await client.sendSequence({ body: notes(0) })).body).toEqual([])
  })

  it('lines both ways', async () => {
    expect(await all((await client.echoLines({ body: notes(3) })).body)).toEqual([
      { text: '0' },
      { text: '1' },
      { text: '2' },
    ])
  })

  it.each(['watchEvents', 'readLines'] as const)(
    '%s: leaving the loop ends the handler’s stream',
    async (operation) => {
      const { body } = await client[operation]({ query: { endless: true } })
      let count = 0
      for await (const _ of body as AsyncIterable<unknown>) if (++count === 5) break
      expect(count).toBe(5)
      await ended()
    },
  )

  it('aborting the call ends the stream on both sides', async () => {
    const controller = new AbortController()
    const { body } = await client.watchEvents({ query: { endless: true } }, { signal: controller.signal })
    const read = async (): Promise<void> => {
      for await (const { data } of body) if (data === 7) controller.abort()
    }
    await expect(read()).rejects.toMatchObject({ code: 'TK7123', name: 'ConnectionError' })
    await ended()
  })

  it('aborting a call before its answer aborts the handler’s signal', async () => {
    const controller = new AbortController()
    const call = client.waitForever({ signal: controller.signal })
    await vi.waitFor(() => expect(seen).toEqual(['waiting']))
    controller.abort()
    await expect(call).rejects.toMatchObject({ code: 'TK7123' })
    await vi.waitFor(() => expect(seen).toEqual(['waiting', 'aborted']))
  })

  it('a time limit of the call is a typed error, and the handler notices', async () => {
    await expect(client.waitForever({ timeout: 20 })).rejects.toMatchObject({ code: 'TK7122', name: 'ConnectionError' })
    await vi.waitFor(() => expect(seen).toEqual(['waiting', 'aborted']))
  })

  it('an item that is not declared ends the stream before it is sent', async () => {
    const notes = (async function* () {
      yield { text: 'good' }
      yield { text: 1 as unknown as string }
    })()
    const received: unknown[] = []
    const read = async (): Promise<void> => {
      const { body } = await client.echoLines({ body: notes })
      for await (const note of body) received.push(note)
    }
    await expect(read()).rejects.toMatchObject({ code: way === 'fetch' ? 'TK7215' : 'TK7121' })
    expect(JSON.stringify(received)).not.toContain('1')
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0))
  })

  async function* notes(count: number): AsyncGenerator<{ readonly text: string }> {
    for (let index = 0; index < count; index++) yield { text: String(index) }
  }
})
