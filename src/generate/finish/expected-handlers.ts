import type { Plan } from '../plan/types.js'

/** The types of handlers that a file may hold, and the handlers that each asks for. */
export interface ExpectedHandlers {
  /** `OrdersHandlers`, which has all of them. */
  readonly type: string
  readonly all: readonly string[]
  /** By the name of the type: `OrdersHandlers` and one for each tag, such as `OrdersTagHandlers`. */
  readonly byType: ReadonlyMap<string, readonly string[]>
}

export function expectedHandlers(plan: Plan): ExpectedHandlers {
  const all = plan.tags.flatMap(({ operations }) => operations.map(({ camel }) => camel))
  const type = `${plan.api.pascal}Handlers`
  const tags = plan.tags.map(
    ({ pascal, operations }) => [`${pascal}TagHandlers`, operations.map(({ camel }) => camel)] as const,
  )
  return { type, all, byType: new Map([...tags, [type, all]]) }
}
