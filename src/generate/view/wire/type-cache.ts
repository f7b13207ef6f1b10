import type { Schema } from '../../../contract/model/index.js'
import type { Direction, Plan } from '../../plan/types.js'
import type { Imports } from '../../render/imports.js'
import type { CodeText, Ident, TypeText } from '../../render/text.js'
import { createTypeModule } from '../../render/type-context.js'
import { printHelpers, printPlace } from '../../render/type-printer.js'

/** A printed type with what it imports, for another module of the same output. */
interface Printed {
  readonly text: TypeText
  readonly uses: readonly { readonly from: string; readonly name: string }[]
}

type Cache = Map<Schema, Map<string, Printed>>
const caches = new WeakMap<Plan, Cache>()

export interface TypePrinter {
  print(schema: Schema, direction: Direction, files: boolean): TypeText
  /** Declarations of types that nest too deep to be written in place; ask for them last. */
  helpers(): readonly CodeText[]
}

/**
 * Prints the types of one module. Client and server print the same inline schemas, so a text is kept for the next module,
 * unless it holds a name of this module's own.
 */
export function createTypePrinter(plan: Plan, imports: Imports, name: string): TypePrinter {
  const recorded = record(imports)
  const module = createTypeModule({ plan, imports: recorded.imports, name })
  const cache = caches.get(plan) ?? new Map<Schema, Map<string, Printed>>()
  caches.set(plan, cache)
  const local = new Map<string, Map<Schema, TypeText>>()

  const printAnew = (schema: Schema, direction: Direction, files: boolean): Printed | TypeText => {
    recorded.start()
    const helpers = module.helpers.length
    const text = printPlace(schema, { module, direction, files })
    const uses = recorded.uses()
    return uses && module.helpers.length === helpers ? { text, uses } : text
  }

  return {
    print(schema, direction, files) {
      const key = files ? `${direction} files` : direction
      const own = local.get(key) ?? new Map<Schema, TypeText>()
      local.set(key, own)
      let text = own.get(schema) ?? reused(cache.get(schema)?.get(key), imports)
      if (text === undefined) {
        const printed = printAnew(schema, direction, files)
        text = typeof printed === 'string' ? printed : printed.text
        if (typeof printed !== 'string') {
          const kept = cache.get(schema) ?? new Map<string, Printed>()
          cache.set(schema, kept.set(key, printed))
        }
      }
      own.set(schema, text)
      return text
    },
    helpers: () => printHelpers(module),
  }
}

/** The text, when everything that it imports has its own name here, too. */
function reused(printed: Printed | undefined, imports: Imports): TypeText | undefined {
  if (!printed) return undefined
  return printed.uses.every(({ from, name }) => imports.type(from, name) === (name as Ident)) ? printed.text : undefined
}

interface Recorder {
  readonly imports: Imports
  start(): void
  /** What was imported since `start`, under its own name; undefined when something has another name. */
  uses(): Printed['uses'] | undefined
}

function record(imports: Imports): Recorder {
  const used: { from: string; name: string }[] = []
  const marks: { readonly own: number; readonly inner: number }[] = []
  let isPortable = true
  return {
    imports: {
      ...imports,
      type(from, name) {
        const local = imports.type(from, name)
        if (local !== (name as Ident)) isPortable = false
        used.push({ from, name })
        return local
      },
      declare(name) {
        isPortable = false
        return imports.declare(name)
      },
      mark: () => marks.push({ own: used.length, inner: imports.mark() }) - 1,
      restore(index) {
        const mark = marks[index]
        if (!mark) return
        used.length = mark.own
        imports.restore(mark.inner)
      },
    },
    start() {
      used.length = 0
      marks.length = 0
      isPortable = true
    },
    uses: () => (isPortable ? [...used] : undefined),
  }
}
