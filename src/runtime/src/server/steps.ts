import type { Ready } from './ready.js'

/**
 * Work that is written as if it waited, and waits only where it has to: it yields a promise where a stage has none but that,
 * and goes on with what came of it. Where every stage has its answer at once, so has the whole of it: no promise is made.
 */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>

/** Takes all steps: at once where none of them waits. */
export function conclude<T>(steps: Steps<T>): Ready<T> {
  const step = steps.next()
  return step.done ? step.value : goOn(steps, step.value)
}

async function goOn<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  for (let pending = first; ; ) {
    let value: unknown
    let failure: { readonly error: unknown } | undefined
    try {
      value = await pending
    } catch (error) {
      failure = { error }
    }
    const step = failure ? steps.throw(failure.error) : steps.next(value)
    if (step.done) return step.value
    pending = step.value
  }
}
