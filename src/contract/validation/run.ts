import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { check } from './check.js'
import type { ValidationJob, ValidationOutcome } from './job.js'

export interface RunOptions {
  /** Milliseconds until the validator is stopped. */
  readonly deadline: number
  /** The script of the worker. Absent: the job runs in this thread, where nothing can stop it. */
  readonly worker: URL | undefined
}

/** Runs a job apart from the program, so that a validator that hangs, crashes or eats memory costs only its answer. */
export function run(job: ValidationJob, { deadline, worker }: RunOptions): Promise<ValidationOutcome> {
  if (!worker) return check(job)
  return new Promise((done) => {
    const thread = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: 1024 }, stdout: true, stderr: true })
    const timer = setTimeout(() => finish({ failed: `it took more than ${deadline / 1000} s` }), deadline)
    thread.once('message', finish)
    thread.once('error', (error) => finish({ failed: error.message }))
    thread.once('exit', () => finish({ failed: 'the validator ended without an answer' }))
    thread.postMessage(job)

    // The first call counts: ending the thread brings an `exit` after the answer.
    function finish(outcome: ValidationOutcome): void {
      clearTimeout(timer)
      thread.removeAllListeners('exit')
      void thread.terminate()
      done(outcome)
    }
  })
}

/**
 * The worker's script: beside the entry points of the published package, whose code lies in a folder below them.
 * Undefined when running from sources, which a worker cannot load.
 */
export function workerScript(from: string = import.meta.url): URL | undefined {
  return ['./validation-worker.js', '../validation-worker.js']
    .map((path) => new URL(path, from))
    .find((url) => existsSync(fileURLToPath(url)))
}
