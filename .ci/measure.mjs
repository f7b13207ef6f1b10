/**
 * Lays out what `size-limit` weighs, in `node_modules/.cache/size`:
 *
 *   start/      what every command loads before it does anything: `dist/cli.js` and what it imports statically
 *   client.js   all that generated clients may import of the runtime, bundled for browsers (a `node:` import would fail)
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'node_modules/.cache/size')

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'start'), { recursive: true })
for (const file of loaded(join(root, 'dist/cli.js'))) copyFileSync(file, join(out, 'start', basename(file)))
await build({
  entryPoints: [join(root, 'src/runtime/dist/gen1/index.js')],
  outfile: join(out, 'client.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  logLevel: 'warning',
})

/** A module of ours and all that it imports statically. */
function loaded(entry, found = new Set()) {
  if (found.has(entry)) return found
  found.add(entry)
  const imports = readFileSync(entry, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?(?:from )?["'](\.[^'"]+)["'];?$/gm)
  for (const [, path] of imports) loaded(resolve(dirname(entry), path), found)
  return found
}
