import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../src/util/compare.js'
import { generateSample, type SampleOptions } from './support/generate-sample.js'

/**
 * Each folder of `test/samples` is a contract, its configuration and the output that it gives. The output is compared file
 * by file, and compiled under every flag that generated code promises to bear. After a change of the output, look at
 * the difference that `UPDATE_SAMPLES=1 npx vitest run test/generate/samples.test.ts` makes.
 */
const samples = fileURLToPath(new URL('../samples/', import.meta.url))
const names = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort(compareText)

describe('samples', () => {
  it.each(names)('%s', async (name) => {
    const folder = join(samples, name)
    const { contract = 'contract.yaml', ...config } = JSON.parse(
      readFileSync(join(folder, '_config.json'), 'utf8'),
    ) as Config
    const { files, diagnostics } = await generateSample(join(folder, contract), { source: 'contract.yaml', ...config })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const expected = join(folder, '_expected')
    if (process.env['UPDATE_SAMPLES'] === '1') write(expected, files)
    expect(Object.fromEntries(files.map(({ path, text }) => [path, text]))).toEqual(read(expected))
  })

  it('compile under every flag', async () => {
    // Sources of the runtime take part, but are checked by their own project.
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', samples], { maxBuffer: 1e8 }).catch(
      (failure: unknown) => failure as { stdout: string },
    )
    expect(
      stdout.split('\n').filter((line) => /error TS/.test(line) && !/^\.{0,2}[./]*src\/runtime\//.test(line)),
    ).toEqual([])
  }, 60_000)
})

interface Config extends Partial<SampleOptions> {
  readonly contract?: string
}

const compiler = fileURLToPath(new URL('../../node_modules/typescript-7/bin/tsc', import.meta.url))

function read(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {}
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = entries.map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  )
}

function write(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
  rmSync(folder, { recursive: true, force: true })
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
