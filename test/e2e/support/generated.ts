import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { generateSample } from '../../generate/support/generate-sample.js'

/** Out of git's sight; `@tenantkit/runtime` is found from there as from anywhere in the repository. */
const home = resolve(import.meta.dirname, '../../../.tmp/e2e')

/** Generates a contract that a test has made up, and gives the folder of its client and server. */
export async function generated(name: string, contract: object): Promise<string> {
  const folder = join(home, name)
  const file = join(home, `${name}.openapi.json`)
  mkdirSync(folder, { recursive: true })
  replace(file, JSON.stringify(contract, undefined, 2))
  const { files, diagnostics } = await generateSample(file, { source: `${name}.openapi.json` })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors, undefined, 2))
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    replace(join(folder, path), text)
  }
  const kept = new Set(files.map(({ path }) => join(folder, path)))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !kept.has(path)) rmSync(path)
  }
  return folder
}

/** Never half a file, for whoever reads it at the same time. */
function replace(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return
  } catch {
    // Not there yet.
  }
  writeFileSync(`${path}.${process.pid}`, text)
  renameSync(`${path}.${process.pid}`, path)
}
