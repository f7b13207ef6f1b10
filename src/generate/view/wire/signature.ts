import type { CodeText } from '../../render/text.js'

const width = 120

/** `name(a, b): Type {` on one line when it fits, else one parameter a line. `indent`: of the line it stands on. */
export function signature(start: string, parameters: readonly string[], end: string, indent = ''): CodeText {
  const line = `${indent}${start}(${parameters.join(', ')})${end}`
  if (parameters.length === 0 || (line.length <= width && !line.includes('\n'))) return line as CodeText
  const lines = parameters.map((parameter) => `${indent}  ${parameter.replaceAll('\n', `\n${indent}  `)},\n`)
  return `${indent}${start}(\n${lines.join('')}${indent})${end.replaceAll('\n', `\n${indent}`)}` as CodeText
}
