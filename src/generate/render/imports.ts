import { compareText } from '../../util/compare.js'
import { ident, modulePath, strLit } from './escape.js'
import type { CodeText, Ident } from './text.js'

/** Collects what one module imports, and says under which local name. */
export interface Imports {
  /** A type of another module. `from`: a module of the output without extension (`types/order`), or a package. */
  type(from: string, name: string): Ident
  /** A function or constant of another module. */
  value(from: string, name: string): Ident
  /** Takes a name for a declaration of the module itself, numbered when it is taken: for modules that grow as they are written. */
  declare(name: string): Ident
  /** How much has been imported so far; `restore` forgets what came after, when the text that mentioned it was dropped. */
  mark(): number
  restore(mark: number): void
  /**
   * The import statements, sorted, one a line, with a line end after each; empty when there are none. `isUsed` leaves out
   * local names that the module turned out not to need.
   */
  statements(isUsed?: (local: string) => boolean): CodeText
}

export interface ImportsOptions {
  /** The importing module, without extension, relative to the output folder: what it declares is not imported. */
  readonly module: string
  /** Names that the module declares: an import of the same name gets an alias. */
  readonly declared: Iterable<string>
}

interface Imported {
  readonly name: string
  readonly local: Ident
  isValue: boolean
}

export function createImports({ module, declared }: ImportsOptions): Imports {
  const taken = new Set(declared)
  const modules = new Map<string, Map<string, Imported>>()
  const log: { readonly from: string; readonly name: string; readonly local: string }[] = []

  const add = (from: string, name: string, isValue: boolean): Ident => {
    if (from === module) return ident(name)
    const names = modules.get(from) ?? new Map<string, Imported>()
    modules.set(from, names)
    const known = names.get(name)
    if (known) {
      known.isValue ||= isValue
      return known.local
    }
    const local = ident(freeName(name, taken))
    taken.add(local)
    names.set(name, { name, local, isValue })
    log.push({ from, name, local })
    return local
  }

  return {
    type: (from, name) => add(from, name, false),
    value: (from, name) => add(from, name, true),
    declare(name) {
      let free = name
      for (let number = 2; taken.has(free); number++) free = `${name}${number}`
      taken.add(free)
      return ident(free)
    },
    mark: () => log.length,
    restore(mark) {
      for (const { from, name, local } of log.splice(mark)) {
        modules.get(from)?.delete(name)
        taken.delete(local)
      }
    },
    statements(isUsed = () => true) {
      const all = [...modules].map(([from, names]) => ({
        specifier: isPackage(from) ? strLit(from) : modulePath(module, from),
        // Packages first, then what is further away.
        rank: isPackage(from) ? 0 : 1,
        names: [...names.values()]
          .filter(({ local }) => isUsed(local))
          .sort((before, after) => compareText(before.name, after.name)),
      }))
      const lines = all.filter(({ names }) => names.length > 0)
      lines.sort((before, after) => before.rank - after.rank || compareText(before.specifier, after.specifier))
      return lines.map(({ specifier, names }) => statement(specifier, names)).join('') as CodeText
    },
  }
}

/** A module of the output has a relative path of ours; packages are scoped or named `node:`. */
function isPackage(from: string): boolean {
  return from.startsWith('@') || from.startsWith('node:')
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let number = 1; ; number++) {
    const alias = `${name}Type${number === 1 ? '' : number}`
    if (!taken.has(alias)) return alias
  }
}

function statement(specifier: string, names: readonly Imported[]): string {
  const typesOnly = names.every(({ isValue }) => !isValue)
  const written = names.map(({ name, local, isValue }) => {
    const prefix = typesOnly || isValue ? '' : 'type '
    return prefix + (name === local ? name : `${name} as ${local}`)
  })
  const keyword = typesOnly ? 'import type' : 'import'
  const line = `${keyword} { ${written.join(', ')} } from ${specifier}`
  return line.length <= 120 ? `${line}\n` : `${keyword} {\n  ${written.join(',\n  ')},\n} from ${specifier}\n`
}
