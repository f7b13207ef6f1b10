import type { Schema } from '../../contract/model/index.js'
import { createImports, type Imports } from '../render/imports.js'
import type { CodeText, Ident } from '../render/text.js'

/** Package that holds what generated codecs are made of. */
export const codecRuntime = '@tenantkit/runtime/gen1/codec'

/** One file of codecs while it grows. */
export interface CodecModule {
  /** Without extension, relative to the output folder: `codecs/order`. */
  readonly path: string
  readonly imports: Imports
  /** A function or constant of the runtime. */
  runtime(name: string): Ident
  runtimeType(name: string): Ident
  /** A name for a declaration of this module. */
  declare(name: string): Ident
  /** The name of a constant; the same code of the same kind is declared once. */
  constant(name: string, type: string, code: string): Ident
  /** Keeps the place of a function, in the order of declaration; its text may come later. */
  slot(): (lines: readonly string[]) => void
  text(header: string): string
}

export function createCodecModule(path: string): CodecModule {
  const imports = createImports({ module: path, declared: reserved })
  const constants = new Map<string, { readonly name: Ident; readonly line: string }>()
  const slots: string[] = []
  return {
    path,
    imports,
    runtime: (name) => imports.value(codecRuntime, name),
    runtimeType: (name) => imports.type(codecRuntime, name),
    declare: (name) => imports.declare(name),
    constant(wanted, type, code) {
      const known = constants.get(`${type} ${code}`)
      if (known) return known.name
      const name = imports.declare(wanted)
      constants.set(`${type} ${code}`, { name, line: `const ${name}: ${type} = ${code}\n` })
      return name
    },
    slot() {
      const at = slots.push('') - 1
      return (lines) => {
        slots[at] = `${lines.map((line) => (line.length > width ? wrapped(line) : line)).join('\n')}\n`
      }
    },
    text(header) {
      const lines = [...constants.values()].map(({ line }) => line).join('')
      return [`${header}\n${imports.statements()}`, ...(lines === '' ? [] : [lines]), ...slots].join('\n')
    },
  }
}

const width = 120

/** A long statement on two lines, split where its condition ends. What stands in literals is looked over. */
function wrapped(line: string): string {
  const code = line.replace(/'(?:[^'\\]|\\.)*'/g, (literal) => '_'.repeat(literal.length))
  const [, start = '', indent = ''] = /^(( *)(?:else )?if \(.*?\)) (?:(?:ok|out) \+?= |return )/.exec(code) ?? []
  const at = start.length
  return at === 0 ? line : `${line.slice(0, at)}\n${indent}  ${line.slice(at + 1)}`
}

/** Locals and globals of generated functions. */
const reserved = [
  ...[
    'value',
    'at',
    'issues',
    'view',
    'ok',
    'from',
    'field',
    'items',
    'item',
    'index',
    'key',
    'count',
    'active',
    'known',
  ],
  ...['out', 'hits', 'seen', 'Array', 'Object', 'Set', 'undefined', 'Number', 'ReadonlySet', 'Readonly', 'Record'],
]

/** Where code is written to, and what new names and places begin with. */
export interface Scope {
  readonly module: CodecModule
  /** Pascal case: `OrderShipTo`; functions are `checkOrderShipTo` and the like. */
  readonly name: string
  /** Place in the contract, for errors and masks: `Order.shipTo`. */
  readonly field: string
}

/** One function to write. */
export interface FunctionTask {
  readonly scope: Scope
  readonly name: Ident
  write(lines: readonly string[]): void
}

export type Code = CodeText | Ident | string

/** Identity of schemas in keys: the same object is the same schema. */
export function createIdentities(): (schema: Schema) => number {
  const known = new Map<Schema, number>()
  return (schema) => {
    let id = known.get(schema)
    if (id === undefined) {
      id = known.size
      known.set(schema, id)
    }
    return id
  }
}

/** Each line moved in by one step. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`))
}

/** Every function has the same parameters, also one that turned out to need fewer; strict compilers want those marked. */
export function parameterNames(body: readonly string[]): (name: string) => string {
  const words = new Set(body.flatMap((line) => line.replace(/'(?:[^'\\]|\\.)*'/g, '').split(/[^\w$]+/)))
  return (name) => (words.has(name) ? name : `_${name}`)
}
