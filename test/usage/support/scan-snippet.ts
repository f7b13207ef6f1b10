import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Project, ts } from 'ts-morph'
import { checkProgram } from '../../../src/usage/open-program.js'
import { type Scanned, scanUsage } from '../../../src/usage/scan.js'

const repository = resolve(import.meta.dirname, '../../..')
/** The generated client that snippets use. */
export const ordersFolder = join(repository, 'test/samples/orders/_expected')

/** Names that every snippet can use. */
const preamble = `import { unwrap } from '@tenantkit/runtime'
import { createOrdersClient, type OrdersClient } from '#orders/client.js'
import * as operations from '#orders/operations/orders.js'
import type { Order } from '#orders/types/order.js'
import type { OrderLine } from '#orders/types/order-line.js'
import type { Problem } from '#orders/types/problem.js'
import type { Transport } from '@tenantkit/runtime/gen1'
declare const orders: OrdersClient
declare const transport: Transport
declare const path: { readonly orderId: string }
declare function use(...values: readonly (string | number | boolean | null | undefined)[]): void`

const compilerOptions = {
  target: 'ES2023',
  lib: ['ES2023', 'ESNext.Disposable'],
  types: ['node'],
  typeRoots: [join(repository, 'node_modules/@types')],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    '#orders/*': [`${ordersFolder}/*`],
    '@tenantkit/runtime': [join(repository, 'src/runtime/src/index.ts')],
    '@tenantkit/runtime/*': [join(repository, 'src/runtime/src/*/index.ts')],
  },
}

/** Scans modules that use the orders client, one after the other; what they share is read once. Others by their names. */
export function openSnippets(name: string): (text: string, others?: Readonly<Record<string, string>>) => Scanned {
  const { folder, project } = createProject(name, { 'main.ts': '' })
  const main = project.getSourceFileOrThrow(join(folder, 'main.ts'))
  let written: string[] = []
  return (text, others = {}) => {
    for (const file of written) project.removeSourceFile(project.getSourceFileOrThrow(file))
    written = Object.keys(others).map((file) => join(folder, file))
    for (const [file, content] of Object.entries(others)) project.createSourceFile(join(folder, file), content)
    main.replaceWithText(moduleOf(text))
    const isKnown = (file: string): boolean => !file.startsWith(folder)
    const checked = checkProgram(ts, project.getProgram().compilerObject, isKnown)
    if ('errors' in checked) throw new TypeError(`${checked.first} (${JSON.stringify(checked.at)})`)
    return scanUsage(checked, { folders: [ordersFolder], isPublic: () => false })
  }
}

/** Changes the generated client and says which of the modules, by their place, do not compile any more. */
export function openMutants(
  name: string,
  texts: readonly string[],
  others: Readonly<Record<string, string>>,
): (file: string, text: string) => readonly number[] {
  const modules = texts.map((text, index) => [`module-${index}.ts`, moduleOf(text)] as const)
  const { folder, project } = createProject(name, { ...Object.fromEntries(modules), ...others })
  return (file, text) => {
    const source = project.getSourceFileOrThrow(join(ordersFolder, file))
    const before = source.getFullText()
    source.replaceWithText(text)
    const program = project.getProgram().compilerObject
    const broken = modules.flatMap(([path], index) => {
      const found = program.getSemanticDiagnostics(program.getSourceFile(join(folder, path)))
      return found.length > 0 ? [index] : []
    })
    source.replaceWithText(before)
    return broken
  }
}

function moduleOf(text: string): string {
  return `${preamble}\n${text}\nexport {}\n`
}

function createProject(name: string, files: Readonly<Record<string, string>>) {
  const folder = join(repository, '.tmp/usage', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries({
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
  }))
    writeFileSync(join(folder, file), text)
  return { folder, project: new Project({ tsConfigFilePath: join(folder, 'tsconfig.json') }) }
}

export type Used = Readonly<Record<string, readonly string[] | '*'>>

/** By operation: the fields that are read, or `*` for all of them. */
export function usedBy({ clients }: Scanned): Used {
  return Object.fromEntries(
    clients.flatMap(({ operations }) => operations.map((one) => [one.operation, one.fields ?? '*'] as const)),
  )
}
