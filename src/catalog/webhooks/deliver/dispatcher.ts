import type { CatalogStore, Claim } from '../../store/index.js'
import { type DeliverSettings, deliver } from './deliver.js'
import { judgeAttempt } from './settlement.js'

/** One attempt, for those who count. */
export interface AttemptSeen {
  /** `failed` is tried again, `dead` is not. */
  readonly outcome: 'delivered' | 'failed' | 'dead'
  readonly milliseconds: number
}

export interface DispatcherSettings extends DeliverSettings {
  readonly store: CatalogStore
  /** From 0 to 1. */
  readonly random: () => number
  readonly onAttempt: (attempt: AttemptSeen) => void
  /** Told when nothing is delivered to a webhook any more. */
  readonly onDisabled: (about: {
    readonly organisation: string
    readonly webhook: string
    readonly because: string
  }) => void
  /** Told of what kept it from working: the database, most likely. */
  readonly onError: (error: unknown) => void
}

/**
 * Delivers what the outbox holds, beside the dispatchers of other processes. Each organisation has a few workers of its
 * own, so that one whose receivers are slow keeps nobody else waiting.
 */
export interface Dispatcher {
  /** Delivers what is due; how many attempts that were. Turns may run beside each other. */
  turn(): Promise<number>
  /** Forgets deliveries that are over for long enough. */
  tidy(): Promise<void>
  /** Takes turns by the clock until it is closed. */
  start(): void
  /** Begins nothing more, and resolves when what runs has ended. */
  close(): Promise<void>
}

const perOrganisation = 4
const perWebhook = 2
/** Attempts at a time in this process. */
const mostWorkers = 64
/** Deliveries of one worker before others get its place. */
const perWorker = 25
/** Milliseconds; twice what an attempt may take. */
const lease = 30_000
const turnEvery = 1_000
const tidyEvery = 3_600_000
const day = 86_400_000
const deliveredFor = 7 * day
const deadFor = 30 * day

export function createDispatcher(settings: DispatcherSettings): Dispatcher {
  const { store, now, random, onAttempt, onDisabled, onError } = settings
  const workers = new Map<string, number>()
  /** Turns and workers. */
  const running = new Set<Promise<unknown>>()
  let busy = 0
  const timers: NodeJS.Timeout[] = []
  let isClosing = false

  const turn = () => (isClosing ? Promise.resolve(0) : ending(takeTurn()))
  const tidy = () => (isClosing ? Promise.resolve() : ending(prune()))
  return {
    turn,
    tidy,
    start() {
      timers.push(setInterval(() => void turn().catch(onError), turnEvery))
      timers.push(setInterval(() => void tidy().catch(onError), tidyEvery))
      void tidy().catch(onError)
    },
    async close() {
      isClosing = true
      for (const timer of timers) clearInterval(timer)
      await Promise.allSettled(running)
    },
  }

  /** The database stays open for it. */
  function ending<T>(work: Promise<T>): Promise<T> {
    const ended = work.finally(() => running.delete(ended))
    running.add(ended)
    return ended
  }

  function prune(): Promise<void> {
    const at = now().getTime()
    const before = (age: number) => new Date(at - age).toISOString()
    return store.outbox.prune({ deliveredBefore: before(deliveredFor), deadBefore: before(deadFor) })
  }

  async function takeTurn(): Promise<number> {
    const due = await store.outbox.due(now().toISOString())
    const begun: Promise<number>[] = []
    // One worker for each of them; who finds something to do calls another one.
    for (const organisation of due) callWorker(organisation, begun)
    let count = 0
    // It grows meanwhile.
    for (const working of begun) count += await working
    return count
  }

  function callWorker(organisation: string, begun: Promise<number>[]): void {
    if (hasRoom(organisation)) begun.push(begin(organisation, begun))
  }

  function hasRoom(organisation: string): boolean {
    return !isClosing && busy < mostWorkers && (workers.get(organisation) ?? 0) < perOrganisation
  }

  async function begin(organisation: string, begun: Promise<number>[]): Promise<number> {
    busy++
    workers.set(organisation, (workers.get(organisation) ?? 0) + 1)
    const count = await work(organisation, begun)
    busy--
    const left = (workers.get(organisation) ?? 1) - 1
    if (left > 0) workers.set(organisation, left)
    else workers.delete(organisation)
    return count
  }

  /** Never rejects: what it could not do stays in the outbox. */
  async function work(organisation: string, begun: Promise<number>[]): Promise<number> {
    let count = 0
    try {
      while (!isClosing && count < perWorker) {
        const at = now()
        const until = new Date(at.getTime() + lease).toISOString()
        const claim = await store.of(organisation).claim({ now: at.toISOString(), until, perWebhook })
        if (!claim) break
        count++
        // Where there is something to do there may be more; once, so that others get what becomes free.
        if (count === 1) callWorker(organisation, begun)
        await attempt(claim)
      }
    } catch (error) {
      onError(error)
    }
    return count
  }

  async function attempt(claim: Claim): Promise<void> {
    const { organisation, id: webhook } = claim.webhook
    const began = now().getTime()
    const answer = await deliver(claim, settings)
    const at = now()
    const { settlement, disabled } = judgeAttempt(claim, answer, { now: at, random })
    // Whoever has it by now says what came of it.
    if (!(await store.of(organisation).settle(claim, settlement, at.toISOString()))) return
    const { state } = settlement
    onAttempt({ outcome: state === 'waiting' ? 'failed' : state, milliseconds: at.getTime() - began })
    if (disabled !== undefined) await disable(organisation, webhook, disabled, at)
  }

  async function disable(organisation: string, webhook: string, because: string, at: Date): Promise<void> {
    const change = { actor: 'catalog', at: at.toISOString() }
    const isNew = await store.of(organisation).change(change, async (writes) => {
      if (!(await writes.disableWebhook(webhook, because))) return false
      await writes.tell({ action: 'webhook-disabled', subject: `webhook ${webhook}`, data: { because } })
      return true
    })
    if (isNew) onDisabled({ organisation, webhook, because })
  }
}
