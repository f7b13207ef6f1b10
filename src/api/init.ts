import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'

export interface InitResult {
  /** Files written, relative to the directory, with `/`. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes a configuration and a first contract that generate and run as they stand. Writes nothing when a file is in the way. */
export function init(directory: string): InitResult {
  const starter = starterFolder()
  const files = filesBelow(starter).map((path) => relative(starter, path).split(sep).join('/'))
  const inTheWay = files.filter((file) => file !== 'package.json' && existsSync(join(directory, file)))
  if (inTheWay.length > 0) {
    return { files: [], diagnostics: inTheWay.map((file) => diagnostic('TK6007', { file })) }
  }
  const written: string[] = []
  try {
    for (const file of files) {
      const target = join(directory, file)
      if (existsSync(target)) continue // A package.json that is there already serves as well.
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, readFileSync(join(starter, file)), { flag: 'wx' })
      written.push(file)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { files: written, diagnostics: [diagnostic('TK4001', { path: directory, reason })] }
  }
  return { files: written, diagnostics: [] }
}

/** `templates/init` beside `dist/` or `src/`, wherever this module ended up. */
function starterFolder(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'templates', 'init'))) directory = dirname(directory)
  return join(directory, 'templates', 'init')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
}
