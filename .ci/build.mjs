/**
 * Builds what is published. The CLI and the programmatic API share one set of ES modules, split so that a command loads
 * only what it needs; packages that are heavy or rarely needed stay outside and are imported when they are.
 *
 *   node .ci/build.mjs            JavaScript only, about a second: enough to run and test
 *   node .ci/build.mjs --types    declarations, too: for packing
 */
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { vendor } from './vendor.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tsc = createRequire(import.meta.url)
  .resolve('typescript-7/package.json')
  .replace('package.json', 'bin/tsc')
const precompile = `${root}src/generate/render/precompile.ts`

process.chdir(root)
rmSync('dist', { recursive: true, force: true })
rmSync('src/runtime/dist', { recursive: true, force: true })
// The compiler's memory of what it wrote goes with what it wrote.
rmSync('node_modules/.cache/tsc/runtime.tsbuildinfo', { force: true })
// So does what the build before this one generated: it had the same version, so nothing would look stale.
rmSync('docs/journeys/quickstart/generated', { recursive: true, force: true })

if (existsSync(precompile)) execFileSync(process.execPath, ['--import', 'tsx', precompile], { stdio: 'inherit' })
execFileSync(process.execPath, [tsc, '-p', 'src/runtime'], { stdio: 'inherit' })
const bundle = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  logLevel: 'warning',
  // Bundled CommonJS asks for `require` at run time.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  external: [
    '@apidevtools/*',
    '@asyncapi/*',
    'ajv',
    'ajv/*',
    'ajv-formats',
    'ts-morph',
    'typescript',
    'handlebars',
    '@dagrejs/dagre',
    'hono',
    'hono/*',
    'jiti',
    'kysely',
    'libsql',
    'openid-client',
    'pg',
    'prom-client',
    '@opentelemetry/api',
  ],
}

await generateCatalog()
await build({
  ...bundle,
  entryPoints: {
    cli: 'src/commands/cli.ts',
    commands: 'src/commands/index.ts',
    index: 'src/index.ts',
    'judge-worker': 'src/catalog/judge-worker.ts',
    'validation-worker': 'src/contract/validation-worker.ts',
  },
  outdir: 'dist',
  splitting: true,
  chunkNames: 'chunk/[name]-[hash]',
})
if (!vendor()) {
  const missing = 'the packages that show whole contracts are not installed: run `npm ci`'
  if (process.argv.includes('--types')) throw new TypeError(missing)
  console.warn(missing)
}
if (process.argv.includes('--types')) {
  execFileSync(process.execPath, [tsc, '-p', 'src', '--composite', 'false', '--outDir', 'dist/types'], {
    stdio: 'inherit',
  })
}

/** The catalog's server, client and events come from its contracts, made by the very generator that is built here. */
async function generateCatalog() {
  const outfile = `${root}node_modules/.cache/bootstrap/generate.mjs`
  await build({ ...bundle, entryPoints: ['src/api/generate.ts'], outfile })
  const { generate } = await import(outfile)
  const { diagnostics } = await generate({
    directory: root,
    validation: 'never',
    contracts: [
      {
        reference: `${root}contracts/catalog.openapi.yaml`,
        out: `${root}src/catalog/http/generated`,
        targets: ['types', 'client', 'server'],
        overlays: [],
      },
      {
        reference: `${root}contracts/catalog.asyncapi.yaml`,
        out: `${root}src/catalog/events/generated`,
        targets: ['types'],
        overlays: [],
      },
    ],
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new TypeError(errors.map(({ code, message }) => `${code} ${message}`).join('\n'))
}
