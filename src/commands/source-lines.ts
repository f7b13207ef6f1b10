import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TextOptions } from '../diagnostic/render/text.js'

type LinesOf = NonNullable<TextOptions['linesOf']>

/**
 * Lines of the files that diagnostics point into; what is no file here (another revision, standard input) has none.
 * Contracts are large: only lines that are asked for become text, and as diagnostics come in the order of a file, it is
 * read once and looked through once.
 */
export function createSourceLines(): LinesOf {
  let current: { readonly file: string; readonly lines: Lines } | undefined
  return (file, first, last) => {
    if (current?.file !== file) {
      const content = read(file)
      current = { file, lines: content ? createLines(content) : () => [] }
    }
    return current.lines(first, last)
  }
}

type Lines = (first: number, last: number) => readonly string[]

function createLines(content: Buffer): Lines {
  // A line's number and offset, to go on from.
  let line = 1
  let start = 0
  return (first, last) => {
    if (first < line) [line, start] = [1, 0]
    for (; line < first && start <= content.length; line++) start = endOfLine(content, start) + 1
    const lines: string[] = []
    for (let next = start; lines.length <= last - first && next <= content.length; ) {
      const end = endOfLine(content, next)
      lines.push(content.toString('utf8', next, end).replace(/\r$/, ''))
      next = end + 1
    }
    return lines
  }
}

function endOfLine(content: Buffer, from: number): number {
  const newline = content.indexOf(0x0a, from)
  return newline < 0 ? content.length : newline
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(resolve(file))
  } catch {
    return undefined
  }
}
