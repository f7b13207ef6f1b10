import type { Plan, PlannedOperation } from '../plan/types.js'
import { itemsNames, tagNames } from '../view/client/module-names.js'
import { maskName } from '../view/server/masks-module.js'
import { answerBodyName, requestBodyName } from '../view/wire/body-names.js'

/** What a module may be like, by the plan alone. */
export interface PlannedModule {
  /** None: the module is there only when one of the others is. */
  readonly exports: ReadonlySet<string>
  /** Exports that are there only when they are worth it, perhaps with a number: a name for a long body, an input. */
  readonly mayExport: ReadonlySet<string>
  /** Whether it calls anything at all. */
  readonly calls: boolean
}

/** Every module of the output, by path. */
export function plannedModules(plan: Plan): ReadonlyMap<string, PlannedModule> {
  const modules = new Map<string, PlannedModule>()
  const add = (module: string, exports: readonly string[], mayExport: readonly string[] = [], calls = true): void => {
    modules.set(`${module}.ts`, { exports: new Set(exports), mayExport: new Set(mayExport), calls })
  }
  for (const { module, typeName, inputName } of plan.schemas.values()) {
    add(module, inputName === undefined ? [typeName] : [typeName, inputName], [], false)
  }
  for (const { module, typeName, headersName } of plan.messages) {
    add(
      module,
      [typeName, headersName ?? ''].filter((name) => name !== ''),
      [],
      false,
    )
  }
  if (plan.targets.has('client')) addClient(plan, add)
  if (plan.targets.has('server')) addServer(plan, add)
  return modules
}

type Add = (module: string, exports: readonly string[], mayExport?: readonly string[]) => void

function addClient(plan: Plan, add: Add): void {
  for (const tag of plan.tags) {
    const { resource, factory } = tagNames(tag)
    const { operations } = tag
    const functions = operations.flatMap(({ camel, pascal }) => [camel, `${pascal}Result`])
    add(
      `operations/${tag.file}`,
      [resource, factory, ...functions, ...itemsNames(tag).values()],
      [...inputs(operations), ...operations.map(({ pascal }) => `${pascal}Item`), ...bodyNames(operations)],
    )
  }
  const { camel, pascal } = plan.api
  add(
    'client',
    [`${pascal}ClientOptions`, `${pascal}Client`, `create${pascal}Client`, `create${pascal}Transport`],
    [`${camel}BaseUrl`],
  )
}

function addServer(plan: Plan, add: Add): void {
  for (const tag of plan.tags) {
    const { operations } = tag
    const types = operations.flatMap(({ pascal }) => [`${pascal}Request`, `${pascal}Reply`, `${pascal}Respond`])
    add(`server/${tag.file}`, [`${tag.pascal}TagHandlers`, `${tag.camel}Operations`, ...types], bodyNames(operations))
  }
  const { pascal } = plan.api
  add('server', [`${pascal}Handlers`, `${pascal}ServerOptions`, `create${pascal}Server`])
  // Only what holds something hidden has a mask, and the file is there only when something does.
  add('masks', [], [...plan.schemas.values()].map(maskName))
}

function inputs(operations: readonly PlannedOperation[]): readonly string[] {
  return operations.map(({ pascal }) => `${pascal}Input`)
}

/** Long bodies have a name of their own; several alternatives are numbered. */
function bodyNames(operations: readonly PlannedOperation[]): readonly string[] {
  return operations.flatMap((planned) => [
    requestBodyName(planned),
    ...planned.responses.map((response) => answerBodyName(planned, response)),
  ])
}
