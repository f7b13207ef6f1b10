/** Something that went wrong in our own code while it looked at a contract: for the log of those who run the catalog. */
export interface Defect {
  /** What was being done: `load`, `describe`, `compare with 1.2.0`. */
  readonly step: string
  /** Class of the error. */
  readonly name: string
  /** Where it was thrown, the innermost place first. Its message is left out: it may hold anything of the contract. */
  readonly at: readonly string[]
}

export function defectOf(step: string, error: unknown): Defect {
  if (!(error instanceof Error)) return { step, name: typeof error, at: [] }
  const name: unknown = error.constructor.name
  return { step, name: typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error', at: placesOf(error) }
}

function placesOf({ stack = '', message }: Error): readonly string[] {
  const head = stack.indexOf(message)
  const frames = head < 0 ? '' : stack.slice(head + message.length)
  return [...frames.matchAll(/^ {4}at (?:.*\()?(.+?:\d+:\d+)\)?$/gm)].slice(0, 5).map(([, place = '']) => place)
}
