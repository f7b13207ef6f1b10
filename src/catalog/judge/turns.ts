/** Hands out places, in turns among those who wait. */
export interface Turns {
  /** What gives the place back, once there is one; undefined when too many wait of the same name. */
  take(name: string): Promise<(() => void) | undefined>
}

/**
 * @param places at the same time.
 * @param most that may wait of each name.
 */
export function createTurns(places: number, most: number): Turns {
  /** In the order of their turns. */
  const waiting = new Map<string, (() => void)[]>()
  let free = places
  return {
    take(name) {
      if (free > 0) {
        free--
        return Promise.resolve(once(giveBack))
      }
      const line = waiting.get(name) ?? []
      if (line.length >= most) return Promise.resolve(undefined)
      waiting.set(name, line)
      return new Promise((resolve) => line.push(() => resolve(once(giveBack))))
    },
  }

  function giveBack(): void {
    const [first] = waiting
    if (!first) {
      free++
      return
    }
    const [name, line] = first
    const next = line.shift()
    // To the end of the round, or out of it.
    waiting.delete(name)
    if (line.length > 0) waiting.set(name, line)
    next?.()
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
