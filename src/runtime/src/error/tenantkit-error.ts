import { type RuntimeCode, type RuntimeReason, runtimeCodes } from './codes.js'

/** Shared by all copies of the package, so that they recognise each other's errors. */
const brand = Symbol.for('tenantkit.error')
const inspectSymbol = Symbol.for('nodejs.util.inspect.custom')

/**
 * Every error of the runtime. The message, `toJSON` and what `console.log` shows never carry payload data, secrets or the
 * text of an answer; the `cause` is there for debuggers and is shown by name and code only.
 */
export class TenantkitError extends Error {
  override readonly name: string = 'TenantkitError'
  readonly code: RuntimeCode
  /** The code's name, for reading: `call-timed-out`. */
  readonly reason: RuntimeReason

  /** `detail` completes the code's title: names and expectations, never values. */
  constructor(code: RuntimeCode, detail?: string, options?: { readonly cause?: unknown }) {
    const { name, title } = runtimeCodes[code]
    super(`${title}${detail === undefined ? '' : `: ${detail}`} (${code})`, options)
    this.code = code
    this.reason = name
  }

  get [brand](): true {
    return true
  }

  toJSON(): Readonly<Record<string, unknown>> {
    return { name: this.name, code: this.code, reason: this.reason, message: this.message }
  }

  [inspectSymbol](): string {
    // V8 writes the stack's first line before the subclass has its name.
    const frames = /\n {4}at [^]*$/.exec(this.stack ?? '')?.[0] ?? ''
    const shown = `${this.name}: ${this.message}${frames}`
    const causes = causeNames(this.cause)
    return causes.length > 0 ? `${shown}\n    caused by ${causes.join(', ')}` : shown
  }
}

/** True for errors of any copy of this package, in any realm. */
export function isTenantkitError(error: unknown): error is TenantkitError {
  return typeof error === 'object' && error !== null && brand in error
}

/** Names and codes along the causes: `TypeError, Error ECONNREFUSED`. Their messages may hold anything. */
export function causeNames(cause: unknown): string[] {
  const names: string[] = []
  for (let at = cause; at instanceof Error && names.length < 5; at = at.cause) {
    const code: unknown = 'code' in at ? at.code : undefined
    const name = /^[\w$]{1,60}$/.test(at.name) ? at.name : 'Error'
    names.push(typeof code === 'string' && /^\w{1,40}$/.test(code) ? `${name} ${code}` : name)
  }
  return names
}
