/**
 * Generated clients and codecs run in browsers: nothing that `gen1` reaches may import from `node:`, a package, or use a
 * name that only Node has.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../../src/runtime/src')

function reached(entry: string): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, readonly string[]>()
  const open = [entry]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue
    const text = readFileSync(file, 'utf8')
    const runtime = text.replace(/^(?:import|export) type [^]*?from '[^']+'/gm, '')
    const imports = [...runtime.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, from = '']) => from)
    files.set(file, imports)
    for (const from of imports)
      if (from.startsWith('.')) open.push(resolve(dirname(file), from.replace(/\.js$/, '.ts')))
  }
  return files
}

test('gen1 imports nothing but its own', () => {
  const files = reached(`${root}/gen1/index.ts`)
  expect(files.size).toBeGreaterThan(40)
  const foreign = [...files].flatMap(([file, imports]) =>
    imports.filter((from) => !from.startsWith('.')).map((from) => [file, from]),
  )
  expect(foreign).toEqual([])
})

test('gen1 names nothing that only Node has', () => {
  for (const file of reached(`${root}/gen1/index.ts`).keys()) {
    const code = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
    expect([file, /\b(?:process|Buffer|require|__dirname|global)\b(?!:)/.exec(code)?.[0]]).toEqual([file, undefined])
  }
})
