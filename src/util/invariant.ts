/** A broken assumption of ours: never the user's fault, always reported as TK9. */
class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws when something that must hold does not. For bugs, not for user input. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new InvariantError(what)
}

/** Marks the branch that a closed union must never reach; fails to compile when it can. */
export function assertNever(value: never, what = 'unexpected value'): never {
  const shown: unknown = (value as { kind?: unknown } | undefined)?.kind ?? value
  throw new InvariantError(`${what}: ${String(shown)}`)
}
