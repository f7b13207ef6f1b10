import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileFunction } from 'node:vm'
import * as runtime from '@tenantkit/runtime/gen1/codec'
import { build, type Plugin } from 'esbuild'
import { loadContract } from '../../../../src/contract/index.js'
import type { Schema } from '../../../../src/contract/model/index.js'
import { createCodecs } from '../../../../src/generate/codec/index.js'
import { createPlan, type OutputFile } from '../../../../src/generate/index.js'
import { createImports } from '../../../../src/generate/render/imports.js'
import type { Codec, Issue } from '../../../../src/runtime/src/codec/index.js'
import { createIssues } from '../../../../src/runtime/src/codec/index.js'

export interface Compiled {
  /** By name of the schema. */
  readonly input: ReadonlyMap<string, Codec>
  readonly output: ReadonlyMap<string, Codec>
  readonly files: readonly OutputFile[]
  /** `TK4021 message` of what the generator has reported. */
  readonly problems: readonly string[]
}

export interface CompileOptions {
  /** Fields of the document beside `components`: `x-data-policy`. */
  readonly root?: Readonly<Record<string, unknown>>
  /** Further documents, beside `api.json`. */
  readonly documents?: Readonly<Record<string, unknown>>
}

/** Generates codecs for schemas as they stand in OpenAPI 3.1, and loads what was generated. */
export async function compileCodecs(
  schemas: Readonly<Record<string, unknown>>,
  { root = {}, documents = {} }: CompileOptions = {},
): Promise<Compiled> {
  const document = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, ...root, components: { schemas } }
  const { contract, errors } = await load({ 'api.json': document, ...documents })
  if (!contract) throw new Error(errors.join('\n'))
  const { plan, problems } = createPlan(contract, { source: 'api.json', targets: ['types', 'server'] })
  const codecs = createCodecs(plan)
  const imports = createImports({ module: 'entry', declared: [] })
  const entries: string[] = []
  for (const schema of contract.schemas.values()) {
    if (schema.name === undefined || !Object.hasOwn(schemas, schema.name)) continue
    for (const direction of ['input', 'output'] as const) {
      entries.push(
        `[${JSON.stringify(`${direction} ${schema.name}`)}, ${codecs.reference(referenceTo(schema), direction, imports)}]`,
      )
    }
  }
  const entry = `export const codecs = new Map([${entries.join(',\n')}])\n`
  const files = codecs.files()
  const exports = await evaluate([...files, { path: 'entry.ts', text: `${imports.statements()}\n${entry}` }])
  const all = exports['codecs'] as ReadonlyMap<string, Codec>
  const of = (direction: string): ReadonlyMap<string, Codec> =>
    new Map(
      [...all]
        .filter(([key]) => key.startsWith(`${direction} `))
        .map(([key, codec]) => [key.slice(direction.length + 1), codec]),
    )
  const reported = problems.resolve(undefined).map(({ code, message }) => `${code} ${message}`)
  return { input: of('input'), output: of('output'), files, problems: reported }
}

/** The codec of one schema, as `{ input, output }`. */
export async function codecOf(
  schema: unknown,
  others: Readonly<Record<string, unknown>> = {},
  options?: CompileOptions,
) {
  const compiled = await compileCodecs({ It: schema, ...others }, options)
  const [input, output] = [compiled.input.get('It'), compiled.output.get('It')]
  if (!input || !output) throw new Error('no codec')
  return { input, output, files: compiled.files, problems: compiled.problems }
}

/** Violations of a value; none when it is valid. */
export function issuesOf(codec: Codec, value: unknown, limit?: number): readonly Issue[] {
  const issues = createIssues(limit)
  const valid = codec.check(value, undefined, issues)
  if (valid !== (issues.list.length === 0)) throw new Error('the verdict is not what the violations say')
  return issues.list
}

function referenceTo(schema: Schema): Schema {
  return { kind: 'schema', at: schema.at, ref: `${schema.at.document}#${schema.at.pointer}` }
}

async function load(documents: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-codec-'))
  try {
    for (const [name, value] of Object.entries(documents)) writeFileSync(join(folder, name), JSON.stringify(value))
    const { contract, diagnostics } = await loadContract('api.json', { cwd: folder, validation: 'never' })
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    return { contract, errors: errors.map(({ code, message, span }) => `${code} ${message} ${span?.pointer}`) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bundles generated modules and runs them against the runtime's sources. */
async function evaluate(files: readonly OutputFile[]): Promise<Record<string, unknown>> {
  const byPath = new Map(files.map(({ path, text }) => [path, text]))
  const virtual: Plugin = {
    name: 'generated',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ path, importer }) => ({
        path: new URL(path, `file:///${importer}`).pathname.slice(1).replace(/\.js$/, '.ts'),
        namespace: 'generated',
      }))
      builder.onResolve({ filter: /^entry\.ts$/ }, () => ({ path: 'entry.ts', namespace: 'generated' }))
      builder.onResolve({ filter: /^@tenantkit\// }, ({ path }) => ({ path, external: true }))
      builder.onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({
        contents: byPath.get(path) ?? '',
        loader: 'ts',
      }))
    },
  }
  const { outputFiles } = await build({
    entryPoints: ['entry.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [virtual],
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const module = { exports: {} as Record<string, unknown> }
  compileFunction(code, ['require', 'module', 'exports'])(() => runtime, module, module.exports)
  return module.exports
}
