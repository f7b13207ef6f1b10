import { beginPayload, pointerOf } from './path.js'
import type { Issue, Issues, Path } from './types.js'

/** For the check of one payload: collects violations up to a limit, so that a hostile one cannot make a long answer. Default: 20. */
export function createIssues(limit = 20): Issues {
  beginPayload()
  return new CollectedIssues(limit)
}

/** A class, because one is made for every value that is checked: closures and accessors cost more than a short check. */
class CollectedIssues implements Issues {
  readonly list: Issue[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  get full(): boolean {
    return this.list.length >= this.#limit
  }

  add(at: Path | undefined, keyword: string, expected: string): void {
    if (this.list.length < this.#limit) this.list.push({ path: pointerOf(at), keyword, expected })
  }
}

/** For checks of which only the verdict counts, the alternatives of a union for instance: full from the start. */
export const silent: Issues = {
  list: [],
  full: true,
  add() {
    // Nobody reads these.
  },
}
