import type * as fileSystem from 'node:fs'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EmitOptions, type Emitted, emit } from '../../../src/generate/emit/emit.js'
import { currentManifest } from '../../../src/generate/emit/is-current.js'
import { manifestName, readManifest } from '../../../src/generate/emit/manifest.js'
import { isSafePath } from '../../../src/generate/emit/safe-path.js'
import type { OutputFile } from '../../../src/generate/plan/types.js'
import { fileHeader } from '../../../src/generate/render/header.js'

const renames = vi.hoisted(() => ({ failAfter: Number.POSITIVE_INFINITY, code: 'ENOSPC' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof fileSystem>()
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (renames.failAfter-- === 0) throw Object.assign(new Error('failed'), { code: renames.code, path: to })
      fs.renameSync(from, to)
    },
  }
})

let root: string
let out: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'tenantkit-emit-')))
  out = join(root, 'generated')
  renames.failAfter = Number.POSITIVE_INFINITY
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const header = `${fileHeader('a.yaml')}\n`

function file(path: string, text = path): OutputFile {
  return { path, text: header + text }
}

function run(files: readonly OutputFile[], options: Partial<EmitOptions> = {}): Emitted {
  const show = (path: string): string => path.slice(root.length + 1)
  return emit(files, { out, toolVersion: '1', options: {}, inputs: [], show, ...options })
}

function statuses({ files }: Emitted): Record<string, string> {
  return Object.fromEntries(files.map(({ path, status }) => [path, status]))
}

function codes({ diagnostics }: Emitted): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code} ${message}`)
}

/** Every file below a folder with its content, the manifest aside. */
function tree(folder = out): Record<string, string> {
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    paths
      .filter((entry) => !entry.isDirectory() && entry.name !== manifestName)
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8').replace(header, '')]),
  )
}

describe('emit', () => {
  it('writes what is new, leaves what is the same, removes what is gone', () => {
    expect(statuses(run([file('types/a.ts'), file('types/b.ts'), file('old/c.ts')]))).toEqual({
      'old/c.ts': 'written',
      'types/a.ts': 'written',
      'types/b.ts': 'written',
    })
    const untouched = statSync(join(out, 'types/a.ts')).ino
    const again = run([file('types/a.ts'), file('types/b.ts', 'changed')])
    expect(statuses(again)).toEqual({ 'old/c.ts': 'removed', 'types/a.ts': 'unchanged', 'types/b.ts': 'written' })
    expect([again.changed, again.diagnostics]).toEqual([true, []])
    expect(tree()).toEqual({ 'types/a.ts': 'types/a.ts', 'types/b.ts': 'changed' })
    expect(statSync(join(out, 'types/a.ts')).ino).toBe(untouched)
    expect(readdirSync(out).sort()).toEqual([manifestName, 'types'])
  })

  it('does nothing at all the second time', () => {
    run([file('a.ts')])
    const before = statSync(join(out, manifestName)).ino
    expect(run([file('a.ts')]).changed).toBe(false)
    expect(statSync(join(out, manifestName)).ino).toBe(before)
  })

  it('records what was read and written', () => {
    const [written] = run([file('a.ts')], {
      inputs: [{ path: 'a.yaml', sha256: 'f'.repeat(64) }],
      options: { targets: ['types'] },
    }).files
    expect(readFileSync(join(out, manifestName), 'utf8')).toBe(`{
  "schemaVersion": 1,
  "toolVersion": "1",
  "options": {"targets":["types"]},
  "inputs": [
    {"path":"a.yaml","sha256":"${'f'.repeat(64)}"}
  ],
  "files": [
    {"path":"a.ts","bytes":${written?.bytes},"sha256":"${written?.sha256}"}
  ],
  "diagnostics": []
}
`)
  })

  it('only looks under check', () => {
    run([file('a.ts'), file('b.ts')])
    const checked = run([file('a.ts', 'changed')], { check: true })
    expect([statuses(checked), checked.changed]).toEqual([{ 'a.ts': 'written', 'b.ts': 'removed' }, true])
    expect(tree()).toEqual({ 'a.ts': 'a.ts', 'b.ts': 'b.ts' })
    rmSync(out, { recursive: true })
    expect(run([file('a.ts')], { check: true }).changed).toBe(true)
    expect(existsSync(out)).toBe(false)
  })
})

describe('what a person wrote', () => {
  it('is never overwritten where no generated file was', () => {
    mkdirSync(out)
    writeFileSync(join(out, 'a.ts'), 'mine')
    const emitted = run([file('a.ts'), file('b.ts')])
    expect(codes(emitted)).toEqual(['TK4002 `generated/a.ts` is in the way: it was not written by tenantkit'])
    expect(tree()).toEqual({ 'a.ts': 'mine' })
  })

  it('is replaced with a warning in a generated file, and kept in one that is gone', () => {
    run([file('a.ts'), file('b.ts')])
    writeFileSync(join(out, 'a.ts'), 'edited')
    writeFileSync(join(out, 'b.ts'), 'edited')
    const emitted = run([file('a.ts', 'new')])
    expect(codes(emitted)).toEqual([
      'TK4011 `generated/a.ts` was edited since it was generated; the edits are replaced',
      'TK4012 `generated/b.ts` is not generated any more and is kept, because it was edited',
    ])
    expect(tree()).toEqual({ 'a.ts': 'new', 'b.ts': 'edited' })
  })

  it('stands beside generated files undisturbed, and ours are known without a manifest', () => {
    run([file('types/a.ts')])
    writeFileSync(join(out, 'types/mine.ts'), 'mine')
    rmSync(join(out, manifestName))
    expect(codes(run([file('types/a.ts', 'new')]))).toEqual([])
    run([])
    expect(tree()).toEqual({ 'types/mine.ts': 'mine' })
  })
})

describe('a manifest from elsewhere', () => {
  it('removes nothing outside', () => {
    mkdirSync(out)
    writeFileSync(join(root, 'victim'), 'x')
    const hash = 'a'.repeat(64)
    const paths = ['../victim', join(root, 'victim'), 'a/../../victim', 'a\\..\\victim', '', '.', 'a//b']
    writeFileSync(
      join(out, manifestName),
      JSON.stringify({
        schemaVersion: 1,
        toolVersion: 1,
        inputs: 'no',
        files: paths.map((path) => ({ path, bytes: 1, sha256: hash })),
      }),
    )
    expect(readManifest(out)).toEqual({
      schemaVersion: 1,
      toolVersion: '',
      options: null,
      inputs: [],
      files: [],
      diagnostics: [],
    })
    run([])
    expect(tree(root)).toEqual({ victim: 'x' })
  })

  it('counts as none when it is broken', () => {
    mkdirSync(out)
    for (const text of ['', '{', '[]', 'null', '{"schemaVersion":2}']) {
      writeFileSync(join(out, manifestName), text)
      expect(readManifest(out)).toBeUndefined()
    }
  })
})

describe('links', () => {
  it('that lead out are refused, for files and folders', () => {
    mkdirSync(join(root, 'elsewhere'))
    mkdirSync(out)
    symlinkSync(join(root, 'elsewhere'), join(out, 'types'))
    writeFileSync(join(root, 'victim'), header)
    symlinkSync(join(root, 'victim'), join(out, 'a.ts'))
    expect(codes(run([file('types/b.ts'), file('a.ts'), file('c.ts')]))).toEqual([
      'TK4003 `generated/types/b.ts` leads out of the output folder',
      'TK4003 `generated/a.ts` leads out of the output folder',
    ])
    expect(tree(join(root, 'elsewhere'))).toEqual({})
    expect(readFileSync(join(root, 'victim'), 'utf8')).toBe(header)
    expect(existsSync(join(out, 'c.ts'))).toBe(false)
  })

  it('that stay inside, and a linked output folder, are fine', () => {
    mkdirSync(join(root, 'real/inner'), { recursive: true })
    symlinkSync(join(root, 'real'), out)
    symlinkSync(join(root, 'real/inner'), join(root, 'real/types'))
    expect(codes(run([file('types/a.ts')]))).toEqual([])
    expect(tree(join(root, 'real/inner'))).toEqual({ 'a.ts': 'types/a.ts' })
  })
})

describe('a failure', () => {
  it.each([0, 1, 2, 3, 4])('at rename %i leaves everything as it was', (failAfter) => {
    run([file('types/a.ts'), file('types/b.ts'), file('gone.ts')])
    const before = [tree(), readFileSync(join(out, manifestName), 'utf8')]
    renames.failAfter = failAfter
    const emitted = run([file('types/a.ts', 'new'), file('types/b.ts', 'new'), file('fresh/c.ts')])
    expect(codes(emitted)[0]).toMatch(/^TK4001 cannot write to `generated\/.*`: no space is left on the device$/)
    expect([emitted.files, emitted.changed]).toEqual([[], false])
    expect([tree(), readFileSync(join(out, manifestName), 'utf8')]).toEqual(before)
    expect(readdirSync(out).sort()).toEqual([manifestName, 'gone.ts', 'types'])
  })

  it('leaves no folder behind where none was', () => {
    renames.failAfter = 1
    out = join(root, 'a/b')
    expect(codes(run([file('x/a.ts'), file('y/b.ts')]))).toHaveLength(1)
    expect(readdirSync(root)).toEqual([])
  })

  it('is reported for a folder that is a file', () => {
    writeFileSync(out, 'x')
    expect(codes(run([file('a.ts')]))).toEqual([
      'TK4001 cannot write to `generated`: a file stands where a folder is needed',
    ])
    expect(readFileSync(out, 'utf8')).toBe('x')
  })

  it.skipIf(process.getuid?.() === 0)('is reported for a folder that cannot be written', () => {
    mkdirSync(out)
    chmodSync(out, 0o500)
    expect(codes(run([file('a.ts')]))[0]).toMatch(/^TK4001 cannot write to `generated.*`: permission denied$/)
    chmodSync(out, 0o700)
  })

  it('of an earlier process is cleaned up after', () => {
    mkdirSync(join(out, '.tenantkit-staging-999999999'), { recursive: true })
    mkdirSync(join(out, '.tenantkit-staging-1'))
    run([file('a.ts')])
    expect(readdirSync(out).sort()).toEqual([manifestName, '.tenantkit-staging-1', 'a.ts'])
  })
})

describe('hard links', () => {
  it('of a generated file keep their content', () => {
    run([file('a.ts')])
    linkSync(join(out, 'a.ts'), join(root, 'copy'))
    run([file('a.ts', 'new')])
    expect(readFileSync(join(root, 'copy'), 'utf8')).toBe(`${header}a.ts`)
  })
})

describe('currentManifest', () => {
  const query = { toolVersion: '1', options: { targets: ['types'] } }

  it('holds while tool, options, inputs and outputs are the same', () => {
    writeFileSync(join(root, 'a.yaml'), 'x')
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
    run([file('a.ts')], { ...query, inputs: [{ path: 'a.yaml', sha256 }] })
    const locate = (path: string): string => join(root, path)
    const isCurrent = (change = {}): boolean => currentManifest({ out, locate, ...query, ...change }) !== undefined
    expect(isCurrent()).toBe(true)
    expect(isCurrent({ toolVersion: '2' })).toBe(false)
    expect(isCurrent({ options: {} })).toBe(false)
    expect(isCurrent({ locate: () => undefined })).toBe(false)
    writeFileSync(join(out, 'a.ts'), 'edited')
    expect(isCurrent()).toBe(false)
    run([file('a.ts')], { ...query, inputs: [{ path: 'a.yaml', sha256 }] })
    expect(isCurrent()).toBe(true)
    writeFileSync(join(root, 'a.yaml'), 'y')
    expect(isCurrent()).toBe(false)
  })
})

describe('isSafePath', () => {
  it('takes what stays below a folder on every system', () => {
    const paths = ['a.ts', 'a/b.ts', '../a', 'a/../b', '/a', 'C:/a', 'a\\b', 'a.', 'a/', 'a\u0000', 'a*']
    expect(paths.filter(isSafePath)).toEqual(['a.ts', 'a/b.ts'])
  })
})
