import type { Diagnostic } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { printJson } from './print.js'
import { createSourceLines } from './source-lines.js'

/** Prints problems to standard error, or with `json` as the one value on standard output; nothing when there are none. */
export function printProblems(
  diagnostics: readonly Diagnostic[],
  { json = false }: { readonly json?: boolean } = {},
): void {
  if (diagnostics.length === 0) return
  if (json) printJson({ schemaVersion: 1, diagnostics })
  else {
    const style = styleFor(process.stderr, process.env)
    process.stderr.write(renderText(diagnostics, { linesOf: createSourceLines(), style }))
  }
}
