import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createJudgePool, type JudgeJob, type JudgePoolOptions } from '../../../src/catalog/judge/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { tempFolder } from '../../support/temp-folder.js'
import { bundleOf, shop } from '../support/shop.js'

const coordinates = { namespace: 'shop', name: 'orders', version: '1.0.0' }
const describing: JudgeJob = { kind: 'describe', coordinates, bundle: bundleOf(shop()) }

/** A pool whose threads run this script; `job.coordinates.name` tells them what to do. */
function pool(script: string, options: Partial<JudgePoolOptions> = {}) {
  const file = join(tempFolder(), 'thread.mjs')
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\n${script}`)
  const made = createJudgePool({ script: pathToFileURL(file), threads: 1, ...options })
  onTestFinished(() => made.close())
  return made
}

const named = (name: string): JudgeJob => ({ ...describing, coordinates: { ...coordinates, name } })
const thread = `
import { threadId } from 'node:worker_threads'
parentPort.on('message', ({ coordinates: { name } }) => {
  if (name === 'hangs') for (;;);
  if (name === 'eats') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)) }
  if (name === 'throws') throw new RangeError('secret')
  if (name === 'ends') process.exit()
  if (name === 'fails') parentPort.postMessage({ defect: { step: 'describe', name: 'TypeError', at: [] } })
  else parentPort.postMessage({ answer: threadId })
})`

describe('the pool of judges', () => {
  it('answers from a thread that it keeps', async () => {
    const { run } = pool(thread)
    const [one, other] = [await run('acme', describing), await run('beta', describing)]
    expect(one).toMatchObject({ kind: 'answer' })
    expect(other).toEqual(one)
  })

  it.each([
    ['ends a job that takes too long', 'hangs', 'DeadlineExceeded'],
    ['ends a job that takes too much memory', 'eats', 'Error'],
    ['survives a thread that throws', 'throws', 'RangeError'],
    ['survives a thread that ends', 'ends', 'ThreadEnded'],
    ['hears of a fault', 'fails', 'TypeError'],
  ])('%s, and goes on with another thread', async (_title, name, expected) => {
    const clock = manualClock()
    const { run } = pool(thread, { memory: 32, deadline: 30_000, ...(name === 'hangs' && { clock }) })
    const before = await run('acme', describing)
    const running = run('acme', named(name))
    if (name === 'hangs') {
      await Promise.resolve()
      clock.advance(30_000)
    }
    const judged = await running
    expect(judged).toMatchObject({ kind: 'defeated', defect: { step: 'describe', name: expected } })
    expect(JSON.stringify(judged)).not.toContain('secret')
    const after = await run('acme', describing)
    expect(after.kind).toBe('answer')
    expect(after).not.toEqual(before)
  })

  it('says so when too many wait', async () => {
    const { run } = pool(thread, { waiting: 1 })
    const all = await Promise.all([1, 2, 3].map(() => run('acme', describing)))
    expect(all.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'busy'])
  })

  it('does the same in this thread, where it is told to', async () => {
    const { run } = createJudgePool({ script: 'none' })
    expect(await run('acme', describing)).toMatchObject({ kind: 'answer', answer: { title: 'Orders' } })
    const broken = { ...describing, bundle: undefined } as unknown as JudgeJob
    expect(await run('acme', broken)).toMatchObject({ kind: 'defeated', defect: { name: 'TypeError' } })
  })
})
