import type { DocumentDirective } from 'js-yaml'
import { numberOf, plainScalar } from './plain-scalar.js'

const core = 'tag:yaml.org,2002:'

/** The full name of a tag as written: `!!str` is `tag:yaml.org,2002:str` (YAML 1.2.2, section 6.8). */
export function tagName(written: string, directives: readonly DocumentDirective[]): string {
  if (written.startsWith('!<')) return decoded(written.slice(2, -1))
  const handle = written.slice(0, written.indexOf('!', 1) + 1) || '!'
  const declared = directives.find((directive) => directive.kind === 'tag' && directive.handle === handle)
  const prefix = declared?.kind === 'tag' ? declared.prefix : handle === '!!' ? core : handle
  return decoded(prefix + written.slice(handle.length))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The name of a tag of the core schema without its prefix; undefined for any other. `!` alone means text. */
export function coreTag(name: string): CoreTag | undefined {
  if (name === '!') return 'str'
  const short = name.startsWith(core) ? name.slice(core.length) : ''
  return coreTags.find((tag) => tag === short)
}

const coreTags = ['str', 'int', 'float', 'bool', 'null', 'seq', 'map', 'merge'] as const
export type CoreTag = (typeof coreTags)[number]

/** The value of a scalar with an explicit tag; undefined when its text does not fit the tag. */
export function taggedScalar(tag: CoreTag, text: string): null | boolean | number | string | undefined {
  if (tag === 'str' || tag === 'merge') return text
  if (tag === 'float' || tag === 'int') {
    const number = numberOf(text)
    return tag === 'int' && !Number.isInteger(number) ? undefined : number
  }
  const value = plainScalar(text)
  if (tag === 'bool') return typeof value === 'boolean' ? value : undefined
  return tag === 'null' && value === null ? value : undefined
}
