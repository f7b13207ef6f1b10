import type { OutputFile, Plan, PlannedSchema } from '../../plan/types.js'
import { docCode, docComment, docLine, docOwn } from '../../render/doc.js'
import { fileHeader } from '../../render/header.js'
import { createImports, type Imports } from '../../render/imports.js'
import type { CodeText } from '../../render/text.js'
import { serverRuntime } from '../wire/module-types.js'

export type WritersOf = (planned: PlannedSchema, imports: Imports) => readonly CodeText[] | undefined

/** `orderMask`. */
export function maskName({ typeName }: PlannedSchema): string {
  return `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}Mask`
}

/** `masks.ts`: how each schema that holds something hidden goes to a log and the other sinks; undefined when none does. */
export function renderMasks(plan: Plan, writersOf: WritersOf): OutputFile | undefined {
  const schemas = [...plan.schemas.values()]
  const imports = createImports({ module: 'masks', declared: schemas.map(maskName) })
  const declarations = schemas.flatMap((planned) => {
    const writers = writersOf(planned, imports)
    return writers ? [declaration(planned, writers, imports)] : []
  })
  if (declarations.length === 0) return undefined
  return { path: 'masks.ts', text: `${fileHeader(plan.source)}\n${imports.statements()}\n${declarations.join('\n')}` }
}

function declaration(planned: PlannedSchema, writers: readonly CodeText[], imports: Imports): string {
  const { module, typeName, inputName } = planned
  const types = [typeName, inputName].flatMap((name) => (name === undefined ? [] : [imports.type(module, name)]))
  const made = `${imports.value(serverRuntime, 'createMask')}(${writers.join(', ')})`
  const doc = docComment([docLine(docCode(typeName), docOwn('as logs and other sinks may see it.'))])
  return `${doc}export const ${maskName(planned)}: ${imports.type(serverRuntime, 'SinkMask')}<${types.join(' | ')}> = /* @__PURE__ */ ${made}\n`
}
