import { readFileSync } from 'node:fs'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import type { Plan } from '../generate/index.js'
import { replaceFile } from '../util/replace-file.js'

export interface HandlersOutcome {
  /** Stubs were added, or under `check` would be. */
  readonly changed: boolean
  /** Operations that got a stub. */
  readonly added: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface HandlersOptions {
  readonly show: (path: string) => string
  readonly check?: boolean | undefined
}

/** Adds stubs of missing handlers to the user's own file, which is replaced as a whole or not at all. */
export async function mergeHandlersFile(
  plan: Plan,
  { handlers, out }: { readonly handlers: string; readonly out: string },
  { show, check }: HandlersOptions,
): Promise<HandlersOutcome> {
  const text = readText(handlers)
  if (typeof text === 'object') return refused(handlers, show, text.reason)
  const { mergeHandlers } = await import('../generate/finish/merge-handlers.js')
  const merged = await mergeHandlers(plan, { path: show(handlers), out: show(out), text })
  const changed = merged.text !== text
  if (changed && !check) {
    try {
      replaceFile(handlers, merged.text)
    } catch (error) {
      return refused(handlers, show, reasonOf(error))
    }
  }
  return { changed, added: merged.added, diagnostics: merged.diagnostics }
}

/** Undefined when there is no file yet. */
function readText(file: string): string | undefined | { readonly reason: string } {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown'
}

function refused(handlers: string, show: (path: string) => string, reason: string): HandlersOutcome {
  return { changed: false, added: [], diagnostics: [diagnostic('TK4001', { path: show(handlers), reason })] }
}
