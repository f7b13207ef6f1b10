import type { OutputFile, Plan, PlannedMessage, PlannedSchema } from '../../plan/types.js'
import { docComment, docText } from '../../render/doc.js'
import { ident } from '../../render/escape.js'
import { fileHeader } from '../../render/header.js'
import { createImports, type Imports } from '../../render/imports.js'
import { schemaDoc } from '../../render/schema-doc.js'
import type { Templates } from '../../render/templates.js'
import type { CodeText } from '../../render/text.js'
import { createTypeModule, type TypeContext } from '../../render/type-context.js'
import { printHelpers, printType } from '../../render/type-printer.js'
import { after } from '../../render/type-text.js'
import { declareSchema } from './declare-schema.js'

/** One file per named schema, and one per message of channels. */
export function renderTypes(plan: Plan, templates: Templates): readonly OutputFile[] {
  const header = fileHeader(plan.source)
  const write = (module: string, { imports, declarations }: ModuleBody): OutputFile => {
    const statements = imports.statements()
    const view = { header, imports: statements, hasImports: statements !== '', declarations }
    return { path: `${module}.ts`, text: templates.render('types', view) }
  }
  return [
    ...[...plan.schemas.values()].map((planned) => write(planned.module, schemaModule(plan, planned))),
    ...plan.messages.map((planned) => write(planned.module, messageModule(plan, planned))),
  ]
}

interface ModuleBody {
  readonly imports: Imports
  readonly declarations: readonly CodeText[]
}

function schemaModule(plan: Plan, planned: PlannedSchema): ModuleBody {
  const { typeName, inputName, usedIn } = planned
  const declared = inputName === undefined ? [typeName] : [typeName, inputName]
  const imports = createImports({ module: planned.module, declared })
  const module = createTypeModule({ plan, imports, name: typeName })
  const context = (direction: TypeContext['direction']): TypeContext => ({
    module,
    direction,
    files: planned.inMultipart,
  })
  // What only requests use is closed and complete for them; everything else looks as it does in responses.
  const inputOnly = usedIn.has('input') && !usedIn.has('output')
  const declarations = [declareSchema(planned, typeName, context(inputOnly ? 'input' : 'output'))]
  if (inputName !== undefined) declarations.push(declareSchema(planned, inputName, context('input')))
  return { imports, declarations: [...declarations, ...printHelpers(module)] }
}

/** A payload and its headers; what a name refers to is the schema's own type. */
function messageModule(plan: Plan, { message, typeName, headersName, module: path }: PlannedMessage): ModuleBody {
  const declared = [typeName, headersName].filter((name): name is string => name !== undefined && name !== '')
  const imports = createImports({ module: path, declared })
  const module = createTypeModule({ plan, imports, name: declared[0] ?? '' })
  const context: TypeContext = { module, direction: 'output' }
  const declarations: CodeText[] = []
  const text = message.description ?? message.summary ?? message.title
  if (message.payload) {
    const doc = text === undefined ? schemaDoc(message.payload, context) : [docText(text)]
    declarations.push(alias(typeName, docComment(doc), printType(message.payload, context)))
  }
  if (message.headers && headersName !== undefined) {
    declarations.push(
      alias(headersName, docComment(schemaDoc(message.headers, context)), printType(message.headers, context)),
    )
  }
  return { imports, declarations: [...declarations, ...printHelpers(module)] }
}

function alias(name: string, doc: string, type: string): CodeText {
  return `${doc}${after(`export type ${ident(name)} =`, type)}` as CodeText
}
