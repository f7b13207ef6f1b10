import type { Project, SourceFile } from 'ts-morph'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'

/** The first syntax error of a file, in the user's terms; undefined when it parses. */
export function syntaxError(project: Project, source: SourceFile, file: string): Diagnostic | undefined {
  const [first] = project.getProgram().getSyntacticDiagnostics(source)
  if (!first) return undefined
  const { line, column } = source.getLineAndColumnAtPos(first.getStart())
  const said = first.getMessageText()
  const reason = typeof said === 'string' ? said : said.getMessageText()
  return diagnostic(
    'TK4040',
    { reason },
    { span: { file, line, column, endLine: line, endColumn: column + first.getLength() } },
  )
}
