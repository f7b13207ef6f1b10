/** A value that is there, or one that is to come: most stages have theirs at once, and a promise costs more than they do. */
export type Ready<T> = T | Promise<T>

/** Also of promises that others have made. */
export function isPending<T>(value: Ready<T>): value is Promise<T> {
  // No `in`: it costs more than the look that follows, and is asked of every value of every stage.
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}

/** `next` with the value: at once when it is there. */
export function whenReady<T, U>(value: Ready<T>, next: (value: T) => Ready<U>): Ready<U> {
  return isPending(value) ? value.then(next) : next(value)
}

/** What `work` gives, or `rescue` when it throws or rejects. */
export function rescued<T>(work: () => Ready<T>, rescue: (error: unknown) => Ready<T>): Ready<T> {
  try {
    const value = work()
    return isPending(value) ? Promise.resolve(value).catch(rescue) : value
  } catch (error) {
    return rescue(error)
  }
}
