import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

const { url, loud, token } = workerData as { readonly url: string; readonly loud: number; readonly token: string }

const agent = new Agent({ keepAlive: true, maxSockets: 1000 })
let isOver = false
let served = 0
let refused = 0

function ask(): Promise<number> {
  return new Promise((resolve) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    }).on('error', () => resolve(0))
  })
}

/** Whoever is refused comes back ten times sooner than `Retry-After` says. */
async function keepAsking(): Promise<void> {
  while (!isOver) {
    if ((await ask()) === 200) served += 1
    else {
      refused += 1
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const all = Array.from({ length: loud }, keepAsking)
parentPort?.on('message', (what: 'count' | 'stop') => {
  if (what === 'count') {
    served = 0
    refused = 0
    return
  }
  const heard = { served, refused }
  isOver = true
  void Promise.all(all).then(() => {
    agent.destroy()
    parentPort?.postMessage(heard)
  })
})
parentPort?.postMessage('asking')
