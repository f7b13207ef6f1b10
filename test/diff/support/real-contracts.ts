import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import { isObject, type JsonObject } from '../../../src/util/own.js'

const project = join(import.meta.dirname, '../../..')

export interface RealContract {
  /** The path in the project. */
  readonly name: string
  readonly folder: string
  readonly document: JsonObject
  /** Whether it refers to other files. */
  readonly isSpread: boolean
}

/** The project's own contracts and those of others that it keeps, up to a size in bytes; without those that have errors. */
export function realContracts(largest: number): readonly RealContract[] {
  const wrong = new Set(
    readFileSync(join(project, 'test/corpus/contracts.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .flatMap(([file = '', , , , , , , errors = '']) => (errors === '' ? [] : [join('test/corpus', file)])),
  )
  return ['contracts', 'test/corpus']
    .flatMap((folder) => filesBelow(join(project, folder)))
    .flatMap((path) => {
      if (statSync(path).size > largest || wrong.has(relative(project, path))) return []
      const text = readFileSync(path, 'utf8')
      const document: unknown = parse(text)
      if (!isObject(document) || !['openapi', 'swagger', 'asyncapi'].some((key) => key in document)) return []
      const isSpread = /\$ref["']?:\s*["']?[^"'#\s]/.test(text)
      return [{ name: relative(project, path), folder: project, document, isSpread }]
    })
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('overlays'))
    .sort()
}
