import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import type { Plan } from '../plan/types.js'
import { applyEdits, type Edit } from './edits.js'
import { expectedHandlers } from './expected-handlers.js'
import { type FoundHandlers, findHandlers } from './find-handlers.js'
import { importPlace, stubImport } from './stub-import.js'
import { newHandlersFile, stubEdits } from './stubs.js'
import { syntaxError } from './syntax-error.js'
import { textStyle } from './text-style.js'

/** The user's own file of handlers. */
export interface HandlersFile {
  /** As shown to the user; relative to the same folder as `out`. */
  readonly path: string
  /** Undefined when there is no such file yet. */
  readonly text: string | undefined
  /** The folder of generated files. */
  readonly out: string
}

export interface MergedHandlers {
  /** The file as it should be; the same as before when there was nothing to add. */
  readonly text: string
  /** Operations that got a stub, by the names of their handlers. */
  readonly added: readonly string[]
  /** Handlers of operations that the contract does not have. */
  readonly unused: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Adds stubs for operations that the user's file does not handle yet, and only that: every other byte stays as it is. A
 * file that does not parse, or that holds nothing of the handlers' type, is left alone with a diagnostic.
 */
export async function mergeHandlers(plan: Plan, file: HandlersFile): Promise<MergedHandlers> {
  const expected = expectedHandlers(plan)
  const { text } = file
  if (text === undefined) {
    return { text: newHandlersFile(plan, file), added: expected.all, unused: [], diagnostics: [] }
  }
  // Heavy, and needed only where a user has a file of handlers.
  const morph = await import('ts-morph')
  const project = new morph.Project({ useInMemoryFileSystem: true, compilerOptions: { noLib: true, allowJs: true } })
  const source = project.createSourceFile(`/${file.path.split(/[\\/]/).at(-1) ?? 'handlers.ts'}`, text)
  const untouched = (problem: Diagnostic): MergedHandlers => ({ text, added: [], unused: [], diagnostics: [problem] })
  const broken = syntaxError(project, source, file.path)
  if (broken) return untouched(broken)
  const found = findHandlers(source, expected, morph)
  if (found.length === 0) {
    const params = { type: expected.type, missing: listed(expected.all) }
    return untouched(
      diagnostic('TK4041', params, { span: { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 } }),
    )
  }
  return merged(text, found, file, source.getStatements().length > 0 ? importPlace(source, morph) : undefined)
}

function merged(
  text: string,
  found: readonly FoundHandlers[],
  file: HandlersFile,
  imports: ReturnType<typeof importPlace> | undefined,
): MergedHandlers {
  const style = textStyle(text)
  const edits: Edit[] = []
  const diagnostics: Diagnostic[] = []
  const added: string[] = []
  const name = imports?.local ?? 'notImplemented'
  for (const one of found) {
    for (const { name: unused, at } of one.unused)
      diagnostics.push(diagnostic('TK4043', { name: unused }, { span: spanOf(text, at, unused.length, file) }))
    if (one.missing.length === 0) continue
    if (one.open) {
      const { text: part, at } = one.open
      diagnostics.push(
        diagnostic('TK4042', { part, missing: listed(one.missing) }, { span: spanOf(text, at, part.length, file) }),
      )
      continue
    }
    edits.push(...stubEdits(text, one, name, style))
    added.push(...one.missing)
  }
  if (edits.length > 0 && imports && !imports.isImported) edits.push(stubImport(imports, style))
  return {
    text: applyEdits(text, edits),
    added,
    unused: found.flatMap((one) => one.unused.map(({ name: unused }) => unused)),
    diagnostics,
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${name}\``)
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ')
}

function spanOf(text: string, at: number, length: number, { path }: HandlersFile): NonNullable<Diagnostic['span']> {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - (before.lastIndexOf('\n') + 1) + 1
  return { file: path, line, column, endLine: line, endColumn: column + length }
}
