import { type Codec, type Issue, isFile, type MaskRule, record, type View } from '../codec/index.js'
import { UnwritableError } from '../error/index.js'
import { isMask } from '../masking/index.js'

/** Enough to tell; the rest would say the same. */
const mostEchoes = 10

/** Masks that stand in a checked body in place of the values that they hide (T78), by the places of the contract. */
export function echoesIn(codec: Codec, value: unknown): readonly Issue[] {
  if (!codec.echo) return none
  const view = new EchoView()
  try {
    codec.echo(value, view)
  } catch (error) {
    // What no writer can write was never written, so it is no mask either.
    if (!(error instanceof UnwritableError)) throw error
  }
  if (!view.fields) return none
  return [...view.fields].map((field) => ({
    path: '/body',
    keyword: 'masked',
    expected: `the value of ${field}, not its mask`,
  }))
}

const none: readonly Issue[] = []

/** Shows nothing, so that all that could be a mask comes by. */
class EchoView implements View {
  readonly tenant = undefined
  /** Where masks were; undefined: nowhere. */
  fields: Set<string> | undefined

  shows(): boolean {
    return false
  }

  mask(masked: unknown, rule: MaskRule): string {
    if (typeof masked === 'string' && isMask(masked, rule)) {
      this.fields ??= new Set()
      if (this.fields.size < mostEchoes) this.fields.add(rule.field)
    }
    return '""'
  }

  guard(): void {
    // Bodies are guarded before.
  }
}

/** Files of a form are no JSON, and no masks. */
export function withoutFiles(value: unknown): unknown {
  const parts = record(value)
  if (!parts || !Object.values(parts).some(holdsFile)) return value
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, holdsFile(part) ? null : part]))
}

function holdsFile(part: unknown): boolean {
  return isFile(part) || (Array.isArray(part) && part.some(isFile))
}
