/** How a user writes, as far as one can see. */
export interface TextStyle {
  readonly eol: '\n' | '\r\n'
  /** One level of indentation. */
  readonly unit: string
  readonly quote: "'" | '"'
  readonly semicolon: ';' | ''
}

/** Reads the style off a file; where it does not show, the style of generated code holds. */
export function textStyle(text: string): TextStyle {
  const lines = text.split('\n')
  const crlf = lines.filter((line) => line.endsWith('\r')).length
  const code = lines.map((line) => line.trimEnd()).filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
  const count = (pattern: RegExp): number => code.filter((line) => pattern.test(line)).length
  return {
    eol: crlf * 2 > lines.length - 1 ? '\r\n' : '\n',
    unit: indentUnit(code),
    quote: count(/from\s+"|"[,;)]?$/) > count(/from\s+'|'[,;)]?$/) ? '"' : "'",
    semicolon:
      count(/;$/) > count(/^(?:import|export|const|let)\b.*[^;{,([]$|^\s+(?:return|throw)\b.*[^;{,([]$/) ? ';' : '',
  }
}

/** The smallest step by which a line goes deeper than the one before. */
function indentUnit(lines: readonly string[]): string {
  let smallest: string | undefined
  let before = ''
  for (const line of lines) {
    if (line === '') continue
    const indent = /^[\t ]*/.exec(line)?.[0] ?? ''
    if (indent.startsWith(before) && indent.length > before.length) {
      const step = indent.slice(before.length)
      if (smallest === undefined || step.length < smallest.length) smallest = step
    }
    before = indent
  }
  return smallest === undefined || smallest === ' ' ? '  ' : smallest
}
