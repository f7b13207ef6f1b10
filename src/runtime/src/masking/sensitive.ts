const redacted = '[redacted]'

/**
 * A value that does not show itself: text, JSON, `console.log` and templates give `[redacted]`. The one way to it is
 * {@link Sensitive.expose}.
 */
export interface Sensitive<T> {
  expose(): T
  toString(): string
  toJSON(): string
}

class Wrapped<T> implements Sensitive<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
    Object.freeze(this)
  }

  expose(): T {
    return this.#value
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
