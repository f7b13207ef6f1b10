const redacted = '[redacted]'

/**
 * A value that does not show itself: text, JSON, `console.log`, templates and structured clones give `[redacted]` or
 * nothing. The way to it is `reveal`, which says what for and writes it down.
 */
export interface Sensitive<out T> {
  toString(): string
  toJSON(): string
  /** Says what is wrapped; there is no such property. */
  readonly [wrapped]?: T
}

declare const wrapped: unique symbol

/** Not in the object itself, so that no inspector, debugger protocol or clone finds it there. */
const values = new WeakMap<object, unknown>()

class Wrapped {
  constructor(value: unknown) {
    values.set(this, value)
    Object.freeze(this)
  }

  toString(): string {
    return redacted
  }

  toJSON(): string {
    return redacted
  }

  [Symbol.toPrimitive](): string {
    return redacted
  }

  get [Symbol.toStringTag](): string {
    return 'Sensitive'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return redacted
  }
}

/** Wraps a value so that it never gets into a log by accident. */
export function sensitive<T>(value: T): Sensitive<T> {
  return new Wrapped(value)
}

export function isSensitive(value: unknown): value is Sensitive<unknown> {
  return value instanceof Wrapped
}

/** The value itself, for what has been allowed and written down. */
export function exposed<T>(value: Sensitive<T>): T {
  return values.get(value) as T
}
