import type { Place } from '../address/place.js'

/** Who looks, as far as pages have to know. */
export interface Viewer {
  readonly organisation: string
  /** `token:ID`, `person:SUBJECT`, or `anonymous`. */
  readonly actor: string
  readonly isAnonymous: boolean
  /** Whether they came with an account, and not with a token. */
  readonly hasAccount: boolean
  readonly permissions: readonly string[]
  /** Proves that a form came from a page of ours. */
  readonly proof: string
}

/** What every page is given beside what it shows. */
export interface Site {
  /** The address of a place, as it stands in a link of this page; undefined where there is no such place. */
  href(place: Place): string | undefined
  /** Undefined before somebody has signed in, and in pages that lie in a folder. */
  readonly viewer?: Viewer | undefined
  /** Name of the style sheet among the assets. */
  readonly style: string
  /** Name of the script, for pages that have more to offer where it runs. */
  readonly script: string
  /** Of pages that lie in a folder: the name of what the search in the browser looks through. Nothing can be sent from them. */
  readonly index?: string | undefined
}
