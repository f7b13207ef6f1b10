import type { SourceFile } from 'ts-morph'
import { serverRuntime } from '../view/wire/module-types.js'
import type { Edit } from './edits.js'
import type { TextStyle } from './text-style.js'
import type { Morph } from './typed-things.js'

/** How stubs get at `notImplemented`. */
export interface StubImport {
  /** Name in the file. */
  readonly local: string
  readonly isImported: boolean
  /** Where the import goes when there is none: the end of a line, or the start of the code. */
  readonly at: number
  readonly place: 'after-line' | 'before'
}

const name = 'notImplemented'

export function importPlace(source: SourceFile, { Node }: Morph): StubImport {
  const imports = source.getImportDeclarations()
  for (const declaration of imports) {
    if (declaration.getModuleSpecifierValue() !== serverRuntime || declaration.isTypeOnly()) continue
    const specifier = declaration.getNamedImports().find((one) => one.getName() === name && !one.isTypeOnly())
    if (specifier) {
      const local = specifier.getAliasNode()?.getText() ?? name
      return { local, isImported: true, at: 0, place: 'before' }
    }
  }
  const isTaken = source.getDescendants().some((node) => Node.isIdentifier(node) && node.getText() === name)
  const local = isTaken ? 'notImplementedYet' : name
  const last = imports.at(-1)
  if (last) return { local, isImported: false, at: endOfLine(source.getFullText(), last.getEnd()), place: 'after-line' }
  const [first] = source.getStatements()
  return { local, isImported: false, at: first?.getStart(true) ?? 0, place: 'before' }
}

/** The import statement as an edit of the file. */
export function stubImport({ local, at, place }: StubImport, { eol, quote, semicolon }: TextStyle): Edit {
  const imported = local === name ? name : `${name} as ${local}`
  const statement = `import { ${imported} } from ${quote}${serverRuntime}${quote}${semicolon}`
  return { at, text: place === 'after-line' ? `${eol}${statement}` : `${statement}${eol}${eol}` }
}

/** After a comment that ends the line, which belongs to the import. */
function endOfLine(text: string, from: number): number {
  const rest = /^[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
  return /^[\t ]*(?:\/\/.*|\/\*[^*]*\*\/[\t ]*)?$/.test(rest) ? from + rest.length : from
}
