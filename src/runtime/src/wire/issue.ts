import { RequestError } from '../error/index.js'
import type { ParameterPlace } from './types.js'

/** What is wrong with a text on the wire. Never carries the text, nor a name that the sender chose (`*` instead). */
export interface WireIssue {
  readonly place: ParameterPlace | 'body'
  /** As declared; `*` where no declared name is concerned. */
  readonly name: string
  /** Of JSON Schema (`required`, `type`), or `encoding`, `style`, `duplicate`, `limit`. */
  readonly keyword: string
  readonly expected: string
}

/** Notes a violation; gives undefined, so that decoders can return it. Typed as what they return. */
export type Refuse = (keyword: string, expected: string) => unknown

export function refuser(issues: WireIssue[], place: WireIssue['place'], name: string): Refuse {
  return (keyword, expected) => {
    issues.push({ place, name, keyword, expected })
    return undefined
  }
}

/** Where a value is written to: names for errors. */
export interface Target {
  readonly place: WireIssue['place']
  readonly name: string
}

/** The value is none that can be written here. */
export function notWritable(target: Target, expected: string): RequestError {
  return new RequestError('TK7101', `${placeText(target)} must be ${expected}`)
}

export function placeText({ place, name }: Target): string {
  return place === 'body' ? `\`${name}\` of the body` : `${place} parameter \`${name}\``
}
