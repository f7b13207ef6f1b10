import { availableParallelism, totalmem } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Clock, systemClock } from '@tenantkit/runtime'
import { type Defect, defectOf } from '../model/index.js'
import type { AnswerTo, JudgeJob } from './job.js'
import { perform } from './perform.js'
import type { ThreadAnswer } from './thread.js'
import { createTurns } from './turns.js'

export interface JudgePoolOptions {
  /** The script of the threads. `none`: jobs run in this one, where nothing can stop them; for trusted contracts only. */
  readonly script: URL | 'none'
  /** Default: one for each processor but one, and no more than fit into half of the memory. */
  readonly threads?: number | undefined
  /** Megabytes of a thread's heap. Default: 768. */
  readonly memory?: number | undefined
  /** Milliseconds for a job. Default: 30,000. */
  readonly deadline?: number | undefined
  /** Jobs of one organisation that may wait. Default: 100. */
  readonly waiting?: number | undefined
  readonly clock?: Clock | undefined
}

/** `defeated`: the job did not end in time, needed too much memory, or met a fault of ours. `busy`: too many wait. */
export type Judged<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'defeated'; readonly defect: Defect }
  | { readonly kind: 'busy' }

export interface JudgePool {
  /** Never rejects. Organisations take turns: one that asks for much waits for itself only. */
  run<Job extends JudgeJob>(organisation: string, job: Job): Promise<Judged<AnswerTo<Job>>>
  close(): Promise<void>
}

/** Looks into contracts apart from the server, which goes on answering whatever they hold. */
export function createJudgePool(options: JudgePoolOptions): JudgePool {
  const { script, memory = 768, deadline = 30_000, waiting = 100, clock = systemClock } = options
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const turns = createTurns(options.threads ?? threadsThatFit(memory), waiting)
  return {
    async run(organisation, job) {
      const done = await turns.take(organisation)
      if (!done) return { kind: 'busy' }
      try {
        return script === 'none' ? await here(job) : await inThread(script, job)
      } finally {
        done()
      }
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.terminate()))
    },
  }

  function inThread<Job extends JudgeJob>(from: URL, job: Job): Promise<Judged<AnswerTo<Job>>> {
    const thread = idle.pop() ?? start(from)
    return new Promise((resolve) => {
      const stop = clock.after(deadline, () => end(defeated(job, 'DeadlineExceeded')))
      thread.once('message', (message: ThreadAnswer) => {
        if ('defect' in message) end({ kind: 'defeated', defect: message.defect })
        else end({ kind: 'answer', answer: message.answer as AnswerTo<Job> }, true)
      })
      thread.once('error', (error) => end({ kind: 'defeated', defect: defectOf(job.kind, error) }))
      thread.once('exit', () => end(defeated(job, 'ThreadEnded')))
      thread.postMessage(job)

      // The first call counts: ending a thread brings an `exit` after the answer.
      function end(judged: Judged<AnswerTo<Job>>, isWell = false): void {
        stop()
        // By name: the thread itself listens for listeners, to know when its messages are wanted.
        for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
        if (isWell) idle.push(thread)
        else drop(thread)
        resolve(judged)
      }
    })
  }

  function start(from: URL): Worker {
    const thread = new Worker(from, {
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // What a thread prints would mix with what the server does.
      stdout: true,
      stderr: true,
    })
    thread.stdout.resume()
    thread.stderr.resume()
    // A thread that waits for work keeps no process alive.
    thread.unref()
    all.add(thread)
    return thread
  }

  function drop(thread: Worker): void {
    all.delete(thread)
    // A thread may fail once more while it ends; without a listener that would end the server.
    thread.on('error', () => undefined)
    void thread.terminate()
  }
}

async function here<Job extends JudgeJob>(job: Job): Promise<Judged<AnswerTo<Job>>> {
  try {
    return { kind: 'answer', answer: await perform(job) }
  } catch (error) {
    return { kind: 'defeated', defect: defectOf(job.kind, error) }
  }
}

function defeated({ kind }: JudgeJob, name: string): { readonly kind: 'defeated'; readonly defect: Defect } {
  return { kind: 'defeated', defect: { step: kind, name, at: [] } }
}

function threadsThatFit(memory: number): number {
  const byMemory = Math.trunc(totalmem() / 2 / (memory * 1024 * 1024))
  return Math.max(1, Math.min(availableParallelism() - 1, byMemory))
}
