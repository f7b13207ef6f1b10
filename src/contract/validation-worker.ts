import { parentPort } from 'node:worker_threads'
import { check } from './validation/check.js'
import type { ValidationJob } from './validation/job.js'

// The thread in which named parsers run: it can be ended when one of them does not come back.
parentPort?.once('message', (job: ValidationJob) => {
  void check(job).then((outcome) => parentPort?.postMessage(outcome))
})
