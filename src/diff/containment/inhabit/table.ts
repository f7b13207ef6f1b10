import { empty, type Outcome } from './context.js'

/**
 * What is known of questions. A question that comes up while it is being answered has no answer by this way: values are
 * finite, so that the smallest one does not need itself. "Empty" that rests on that is provisional until the question
 * it rests on is closed as empty itself, and is forgotten when that finds a value after all.
 */
export interface Table {
  look(key: string): Outcome | undefined
  open(key: string): void
  close(key: string, outcome: Outcome): void
  /** What was too much for one question may be answered when it is asked by itself. */
  forgetUnknown(): void
}

interface Frame {
  readonly index: number
  /** The lowest open question that this one has rested on so far. */
  low: number
  /** How many provisional answers there were. */
  readonly before: number
}

export function createTable(): Table {
  const settled = new Map<string, Outcome>()
  const unsettled = new Map<string, Outcome>()
  const provisional = new Map<string, number>()
  const order: string[] = []
  const opened = new Map<string, number>()
  const frames: Frame[] = []

  return { look, open, close, forgetUnknown: () => unsettled.clear() }

  function look(key: string): Outcome | undefined {
    const known = settled.get(key) ?? unsettled.get(key)
    if (known) return known
    const index = opened.get(key) ?? provisional.get(key)
    if (index === undefined) return undefined
    rest(index)
    return empty
  }

  function rest(index: number): void {
    const frame = frames.at(-1)
    if (frame) frame.low = Math.min(frame.low, index)
  }

  function open(key: string): void {
    const index = frames.length
    opened.set(key, index)
    frames.push({ index, low: index, before: order.length })
  }

  function close(key: string, outcome: Outcome): void {
    const frame = frames.pop()
    opened.delete(key)
    if (!frame) return
    const isFinal = outcome.kind === 'empty' && frame.low === frame.index
    if (outcome.kind !== 'empty' || isFinal) {
      for (const other of order.splice(frame.before)) {
        provisional.delete(other)
        if (isFinal) settled.set(other, empty)
      }
      ;(outcome.kind === 'unknown' ? unsettled : settled).set(key, outcome)
      return
    }
    provisional.set(key, frame.low)
    order.push(key)
    rest(frame.low)
  }
}
