import { isReadablePattern } from '../../../contract/schema/index.js'
import { strLit } from '../../render/escape.js'
import type { CodecModule } from '../codec-module.js'

/** The test of a pattern on `text`; undefined for one that no engine reads, which has no effect. */
export function patternTest(source: string, text: string, module: CodecModule): string | undefined {
  if (!isReadablePattern(source)) return undefined
  const type = module.runtimeType('TextPattern')
  return `${module.constant('textPattern', type, `${module.runtime('pattern')}(${strLit(source)})`)}.test(${text})`
}
