import { pointerOf } from './path.js'
import type { Issue, Issues } from './types.js'

/** Collects violations up to a limit, so that a hostile payload cannot make a long answer. Default: 20. */
export function createIssues(limit = 20): Issues {
  const list: Issue[] = []
  return {
    list,
    get full() {
      return list.length >= limit
    },
    add(at, keyword, expected) {
      if (list.length < limit) list.push({ path: pointerOf(at), keyword, expected })
    },
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
