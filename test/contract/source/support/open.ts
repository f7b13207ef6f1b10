import { createProblems } from '../../../../src/contract/problem.js'
import { openSources, type SourceOptions, type Sources } from '../../../../src/contract/source/index.js'
import type { Diagnostic } from '../../../../src/diagnostic/index.js'
import { isObject, type JsonValue, own } from '../../../../src/util/own.js'
import { tempFolder } from '../../../support/temp-folder.js'

export interface Tried {
  readonly sources: Sources | undefined
  /** `file:line:column-line:column CODE message`, one a line; other places that take part follow behind an arrow. */
  readonly problems: () => readonly string[]
  readonly diagnostics: () => readonly Diagnostic[]
  /** What the `$ref` of the object at a pointer of the root leads to, as `document#pointer`. */
  readonly follow: (pointer: string, mode?: 'chain' | 'step') => string | undefined
}

/** Opens one of these files in a folder of its own; the first when none is named. */
export async function open(
  files: Readonly<Record<string, string>>,
  options: SourceOptions & { readonly reference?: string } = {},
): Promise<Tried> {
  const cwd = tempFolder(files)
  return openIn(cwd, options.reference ?? Object.keys(files)[0] ?? '', options)
}

export async function openIn(cwd: string, reference: string, options: SourceOptions = {}): Promise<Tried> {
  const problems = createProblems()
  const sources = await openSources(reference, { cwd, ...options }, problems)
  return {
    sources,
    problems: () => problems.resolve(sources).map(shown),
    diagnostics: () => problems.resolve(sources),
    follow(pointer, mode) {
      const ref = at(sources?.root.value, `${pointer}/$ref`)
      const found =
        typeof ref !== 'string' ? undefined : sources?.resolve(ref, { document: sources.root.id, pointer }, mode)
      return found && `${found.at.document}#${found.at.pointer}`
    },
  }
}

/** Parses a document from standard input. */
export function parse(text: string, options: SourceOptions = {}): Promise<Tried> {
  return openIn(tempFolder(), '-', { ...options, stdin: () => text })
}

/** The value of a document that has no problems at all; what is wrong with it otherwise. */
export async function valueOf(text: string, options: SourceOptions = {}): Promise<JsonValue> {
  const tried = await parse(text, options)
  const problems = tried.problems()
  return problems.length > 0 || !tried.sources ? [...problems] : tried.sources.root.value
}

/** The value at a pointer without any escapes in it. */
export function at(root: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let value = root
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~')
    value = Array.isArray(value) ? value[Number(name)] : isObject(value) ? own(value, name) : undefined
  }
  return value
}

function shown({ code, message, span, related = [] }: Diagnostic): string {
  const place = (at: Diagnostic['span']) => (at ? `${at.line}:${at.column}-${at.endLine}:${at.endColumn}` : '?')
  const others = related.map((other) => ` -> ${other.span.file}:${place(other.span)}`)
  return `${span?.file}:${place(span)} ${code} ${message}${others.join('')}`
}
