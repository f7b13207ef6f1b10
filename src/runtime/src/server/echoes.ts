import { type Codec, type Issue, isFile, record, type View } from '../codec/index.js'
import { UnwritableError } from '../error/index.js'
import { isMask } from '../masking/index.js'

/** Enough to tell; the rest would say the same. */
const mostEchoes = 10

/** Masks that stand in a checked body in place of the values that they hide (T78), by the places of the contract. */
export function echoesIn(codec: Codec, value: unknown): readonly Issue[] {
  if (!codec.echo) return []
  const fields = new Set<string>()
  const view: View = {
    tenant: undefined,
    shows: () => false,
    mask(masked, rule) {
      if (typeof masked === 'string' && fields.size < mostEchoes && isMask(masked, rule)) fields.add(rule.field)
      return '""'
    },
    guard: () => undefined,
  }
  try {
    codec.echo(withoutFiles(value), view)
  } catch (error) {
    // What no writer can write was never written, so it is no mask either.
    if (!(error instanceof UnwritableError)) throw error
  }
  return [...fields].map((field) => ({
    path: '/body',
    keyword: 'masked',
    expected: `the value of ${field}, not its mask`,
  }))
}

/** Files of a form are no JSON, and no masks. */
function withoutFiles(value: unknown): unknown {
  const parts = record(value)
  if (!parts || !Object.values(parts).some(holdsFile)) return value
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, holdsFile(part) ? null : part]))
}

function holdsFile(part: unknown): boolean {
  return isFile(part) || (Array.isArray(part) && part.some(isFile))
}
