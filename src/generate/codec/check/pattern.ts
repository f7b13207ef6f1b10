import { strLit } from '../../render/escape.js'
import type { CodecModule } from '../codec-module.js'

/** The test of a pattern on `text`; undefined for one that no engine reads, which has no effect. */
export function patternTest(source: string, text: string, module: CodecModule): string | undefined {
  if (!isReadable(source)) return undefined
  const type = module.runtimeType('TextPattern')
  return `${module.constant('textPattern', type, `${module.runtime('pattern')}(${strLit(source)})`)}.test(${text})`
}

/** Whether the pattern is valid with the flag `u` or at least without. */
export function isReadable(source: string): boolean {
  return compiles(source, 'u') || compiles(source, '')
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp
  } catch {
    return false
  }
}
