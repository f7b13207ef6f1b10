import { posix } from 'node:path'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import type { OutputFile, Plan } from '../plan/types.js'
import { type PlannedModule, plannedModules } from './planned-modules.js'
import { type ModuleFacts, readModule } from './read-module.js'

/**
 * Reads the output as TypeScript does and compares it with the plan: every file parses, exports what was planned and
 * nothing else, imports only from the runtime and its own files, calls only what it imports or declares, and holds no
 * statement that no view writes. Contract text that escaped from its place shows as one of these.
 */
export async function verifyOutput(plan: Plan, files: readonly OutputFile[]): Promise<readonly Diagnostic[]> {
  const { ts } = await import('ts-morph')
  const planned = plannedModules(plan)
  const paths = new Set(files.map(({ path }) => path))
  const missing = [...planned].flatMap(([path, { exports }]) => (exports.size === 0 || paths.has(path) ? [] : [path]))
  return [
    ...missing.map((path) => diagnostic('TK4014', { path, what: 'it is missing' })),
    ...files.flatMap(({ path, text }) => {
      const facts = readModule(ts, path, text)
      const found = [...ownFaults(facts), ...importFaults(path, facts, paths), ...planFaults(facts, path, planned)]
      return found.map((what) => diagnostic('TK4014', { path, what }))
    }),
  ]
}

/** Globals that codecs call; everything else is imported or declared. */
const globals: ReadonlySet<string> = new Set(['Array', 'JSON', 'Math', 'Number', 'Object', 'String'])

function ownFaults({ syntaxErrors, oddities, calls, bound }: ModuleFacts): readonly string[] {
  return [
    ...syntaxErrors.map((error) => `it does not parse: ${error}`),
    ...oddities.map((kind) => `it holds a ${kind}`),
    ...calls.filter((name) => !bound.has(name) && !globals.has(name)).map((name) => `it calls \`${name}\``),
  ]
}

const runtimePackages: ReadonlySet<string> = new Set([
  '@tenantkit/runtime/gen1',
  '@tenantkit/runtime/gen1/codec',
  '@tenantkit/runtime/gen1/server',
])

function importFaults(path: string, { imports }: ModuleFacts, paths: ReadonlySet<string>): readonly string[] {
  return imports.flatMap(({ from, names }) => {
    const target = from.startsWith('.') && from.endsWith('.js') ? posix.join(posix.dirname(path), from) : undefined
    const isOwn = target !== undefined && paths.has(`${target.slice(0, -'.js'.length)}.ts`)
    const isKnown = isOwn || runtimePackages.has(from)
    return isKnown && !names.includes('*') ? [] : [`it imports from \`${from}\``]
  })
}

function planFaults(
  { exports, calls }: ModuleFacts,
  path: string,
  planned: ReadonlyMap<string, PlannedModule>,
): readonly string[] {
  const module = planned.get(path)
  // Codecs export functions by their own rules.
  if (!module) return path.startsWith('codecs/') ? [] : ['it was not planned']
  const present = new Set(exports)
  return [
    ...[...module.exports].filter((name) => !present.has(name)).map((name) => `it does not export \`${name}\``),
    ...exports
      .filter(
        (name) =>
          !module.exports.has(name) && !module.mayExport.has(name.replace(/\d+$/, '')) && !module.mayExport.has(name),
      )
      .map((name) => `it exports \`${name}\``),
    ...(module.calls || calls.length === 0 ? [] : ['it calls something, where only types were planned']),
  ]
}
