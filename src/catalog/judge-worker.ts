import { parentPort } from 'node:worker_threads'
import type { JudgeJob } from './judge/job.js'
import { perform } from './judge/perform.js'
import type { ThreadAnswer } from './judge/thread.js'
import { defectOf } from './model/index.js'

// The thread in which contracts are looked into: it can be ended when one of them defeats it.
parentPort?.on('message', (job: JudgeJob) => {
  void perform(job)
    .then(
      (answer): ThreadAnswer => ({ answer }),
      (error: unknown): ThreadAnswer => ({ defect: defectOf(job.kind, error) }),
    )
    .then((answer) => parentPort?.postMessage(answer))
})
