import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Whether others may import a module, by what the package around a program exports: `dist/client/index.js` stands for any
 * module that ends in `client/index`.
 */
export function publicModules(directory: string): (file: string) => boolean {
  const names = textsIn(exportedBy(directory)).flatMap(endOf)
  return (file) => names.some((name) => `/${withoutExtension(file)}`.endsWith(`/${name}`))
}

function exportedBy(directory: string): unknown {
  let folder = directory
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    const read = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>
    return ['exports', 'main', 'module', 'types', 'bin'].map((field) => read[field])
  } catch {
    return []
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Without the folder that it was built into. */
function endOf(path: string): readonly string[] {
  const [, ...rest] = withoutExtension(path.replace(/^\.\//, '')).split('/')
  return rest.length === 0 ? [withoutExtension(path.replace(/^\.\//, ''))] : [rest.join('/')]
}

function withoutExtension(path: string): string {
  return path.replace(/(\.d)?\.[cm]?[jt]sx?$/, '')
}
