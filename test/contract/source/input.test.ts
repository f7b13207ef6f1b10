import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.js'
import { open, openIn, parse } from './support/open.js'

describe('files that are no contract', () => {
  it.each([
    ['nothing.yaml', 'TK1001 there is no file `nothing.yaml`'],
    ['file.yaml/x.yaml', 'TK1001 there is no file `file.yaml/x.yaml`'],
    ['folder', 'TK1002 `folder` is a folder, not a file'],
    ['empty.yaml', 'TK1004 `empty.yaml` is empty'],
    [
      'catalog:shop/orders@1.0.0',
      'TK1033 `catalog:shop/orders@1.0.0` names a contract of a catalog, and no catalog is configured',
    ],
    ['https://example.com/a.yaml', 'TK1032 `https://example.com/a.yaml` is on the network, which is not allowed'],
    ['http://example.com/a.yaml', 'TK1052 `http://example.com/a.yaml` uses http, which is never followed'],
  ])('refuses %s', async (reference, problem) => {
    const cwd = tempFolder({ 'file.yaml': 'a: 1', 'folder/x.yaml': 'a: 1', 'empty.yaml': '' })
    const tried = await openIn(cwd, reference)
    expect(tried.sources).toBeUndefined()
    expect(tried.problems()).toEqual([`${reference}:1:1-1:1 ${problem}`])
  })

  it('refuses what may not be read', async () => {
    const cwd = tempFolder({ 'a.yaml': 'a: 1' })
    chmodSync(join(cwd, 'a.yaml'), 0)
    // The superuser may read everything.
    const expected =
      process.getuid?.() === 0 ? [] : ['a.yaml:1:1-1:1 TK1003 `a.yaml` cannot be read: permission denied']
    expect((await openIn(cwd, 'a.yaml')).problems()).toEqual(expected)
  })

  it.runIf(process.platform !== 'win32')('refuses a pipe without waiting for it', async () => {
    const cwd = tempFolder()
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')])
    expect((await openIn(cwd, 'pipe.yaml')).problems()).toEqual([
      'pipe.yaml:1:1-1:1 TK1002 `pipe.yaml` is a pipe, not a file',
    ])
  })

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffa: 1', 'utf16le'), '1:1-1:1', 'it starts as UTF-16'],
    ['UTF-16, big endian', Buffer.from([0xfe, 0xff, 0, 0x61]), '1:1-1:1', 'it starts as UTF-16'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), '1:1-1:1', 'it starts as UTF-32'],
    ['UTF-16 without a mark', Buffer.from('{"a": 1}', 'utf16le'), '1:1-1:1', 'it looks like UTF-16'],
    [
      'Latin-1',
      Buffer.from('a: 1\nb: "ö \ufffd ü"\n', 'latin1'),
      '2:5-2:6',
      'byte 0xf6 at offset 9 is part of no character',
    ],
    [
      'Latin-1 behind a replacement character',
      Buffer.concat([Buffer.from('a: "\ufffd"\nb: '), Buffer.from([0xe4])]),
      '2:4-2:5',
      'byte 0xe4 at offset 12 is part of no character',
    ],
  ])('refuses %s', async (_name, bytes, place, found) => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'a.yaml'), bytes)
    expect((await openIn(cwd, 'a.yaml')).problems()).toEqual([
      `a.yaml:${place} TK1005 \`a.yaml\` is not UTF-8 text: ${found}`,
    ])
  })

  it('accepts UTF-8 with a mark', async () => {
    const { sources } = await open({ 'a.yaml': '\ufeffa: ä\n' })
    expect(sources?.root.value).toEqual({ a: 'ä' })
  })

  it('bounds one document and all of them', async () => {
    const files = { 'a.yaml': 'x: {$ref: b.yaml}\n', 'b.yaml': `y: ${'x'.repeat(40)}\n` }
    expect((await open(files, { limits: { documentBytes: 10 } })).problems()).toEqual([
      'a.yaml:1:1-1:1 TK1013 `a.yaml` is larger than 10 bytes',
    ])
    const one = await open(files, { limits: { documentBytes: 30 } })
    expect(one.follow('/x')).toBeUndefined()
    expect(one.problems()).toEqual(['b.yaml:1:1-1:1 TK1013 `b.yaml` is larger than 30 bytes'])
    const all = await open(files, { limits: { totalBytes: 50 } })
    expect(all.follow('/x')).toBeUndefined()
    expect(all.problems()).toEqual([
      'b.yaml:1:1-1:1 TK1014 with `b.yaml`, the documents of this contract are larger than 50 bytes together',
    ])
  })

  it('bounds the time for all documents', async () => {
    let time = 0
    const now = () => {
      time += 60
      return time
    }
    const files = { 'a.yaml': 'x: {$ref: b.yaml}\n', 'b.yaml': 'y: 1\n' }
    const tried = await open(files, { limits: { parseTime: 100 }, now })
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual([
      'b.yaml:1:1-1:1 TK1023 parsing the documents of this contract takes longer than 100 milliseconds',
    ])
  })
})

describe('standard input', () => {
  it('is read as text, and its references start at the working directory', async () => {
    const cwd = tempFolder({ 'models/b.yaml': 'y: 1\n' })
    const tried = await openIn(cwd, '-', { stdin: () => 'x: {$ref: models/b.yaml#/y}\n' })
    expect(tried.sources?.root).toMatchObject({ id: '<stdin>', file: '<stdin>', format: 'yaml' })
    expect(tried.follow('/x')).toBe('models/b.yaml#/y')
  })

  it('may be empty or closed', async () => {
    expect((await parse('')).problems()).toEqual(['<stdin>:1:1-1:1 TK1004 `<stdin>` is empty'])
    const stdin = () => {
      throw new Error('EAGAIN')
    }
    expect((await openIn(tempFolder(), '-', { stdin })).problems()).toEqual([
      '<stdin>:1:1-1:1 TK1003 `<stdin>` cannot be read: EAGAIN',
    ])
  })
})

describe('the root', () => {
  const files = { 'apis/v1/a.yaml': 'x: {$ref: ../common.yaml#/y}\n', 'apis/common.yaml': 'y: 1\n' }

  it('is the folder of the contract', async () => {
    const tried = await open(files)
    expect(tried.follow('/x')).toBeUndefined()
    expect(tried.problems()).toEqual(['apis/v1/a.yaml:1:11-1:28 TK1044 `../common.yaml` leads out of `apis/v1`'])
  })

  it('can be made wider', async () => {
    const tried = await open(files, { root: 'apis' })
    expect(tried.sources?.root).toMatchObject({ id: 'v1/a.yaml', file: 'apis/v1/a.yaml' })
    expect(tried.follow('/x')).toBe('common.yaml#/y')
    expect(tried.sources?.documents().map(({ id, file }) => [id, file])).toEqual([
      ['v1/a.yaml', 'apis/v1/a.yaml'],
      ['common.yaml', 'apis/common.yaml'],
    ])
  })

  it('must hold the contract', async () => {
    expect((await open({ ...files, 'other/x.yaml': '' }, { root: 'other' })).problems()).toEqual([
      'apis/v1/a.yaml:1:1-1:1 TK1034 the contract `apis/v1/a.yaml` is outside of the root `other`',
    ])
    expect((await open(files, { root: 'nowhere' })).problems()).toEqual([
      'apis/v1/a.yaml:1:1-1:1 TK1001 there is no file `nowhere`',
    ])
  })

  it('does not keep the user from naming a link', async () => {
    const cwd = tempFolder({ 'real/a.yaml': 'x: {$ref: b.yaml}\n', 'here/b.yaml': 'y: 1\n' })
    symlinkSync('../real/a.yaml', join(cwd, 'here/link.yaml'))
    const tried = await openIn(cwd, 'here/link.yaml')
    expect(tried.sources?.root.id).toBe('link.yaml')
    expect(tried.follow('/x')).toBe('b.yaml#')
  })
})

describe('git', () => {
  function repository(): string {
    const cwd = tempFolder({
      'apis/a.yaml': 'v: 1\nx: {$ref: ../models/b.yaml#/y}\nl: {$ref: link.yaml}\no: {$ref: ../../x.yaml}\n',
      'models/b.yaml': 'y: {old: true}\n',
    })
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', cwd, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args])
    symlinkSync('../models/b.yaml', join(cwd, 'apis/link.yaml'))
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-qm', 'one')
    git('tag', 'v1')
    writeFileSync(join(cwd, 'apis/a.yaml'), 'v: 2\n')
    writeFileSync(join(cwd, 'models/b.yaml'), 'y: {old: false}\n')
    git('commit', '-qam', 'two')
    mkdirSync(join(cwd, 'empty'))
    return cwd
  }

  it('gives a contract and all it refers to at one revision', async () => {
    const cwd = repository()
    for (const reference of ['git:v1:apis/a.yaml', 'v1:apis/a.yaml', 'HEAD~1:./apis/a.yaml']) {
      const tried = await openIn(cwd, reference)
      expect(tried.problems()).toEqual([])
      expect(tried.sources?.root).toMatchObject({ id: 'apis/a.yaml', value: { v: 1 } })
      expect(tried.follow('/x')).toBe('models/b.yaml#/y')
      expect(tried.sources?.documents()[1]?.value).toEqual({ y: { old: true } })
    }
    const inFolder = await openIn(join(cwd, 'models'), 'main:../apis/a.yaml')
    expect(inFolder.sources?.root).toMatchObject({ file: 'git:main:apis/a.yaml', value: { v: 2 } })
  })

  it('keeps to the tree, or to a folder of it', async () => {
    const cwd = repository()
    const tried = await openIn(cwd, 'v1:apis/a.yaml')
    expect([tried.follow('/l'), tried.follow('/o')]).toEqual([undefined, undefined])
    expect(tried.problems()).toEqual([
      'git:v1:apis/a.yaml:3:11-3:20 TK1049 the document that `link.yaml` names cannot be read: it is a symbolic link, not a file',
      'git:v1:apis/a.yaml:4:11-4:23 TK1044 `../../x.yaml` leads out of `git:v1:`',
    ])
    const narrow = await openIn(cwd, 'v1:apis/a.yaml', { root: 'apis' })
    expect(narrow.sources?.root.id).toBe('a.yaml')
    expect(narrow.follow('/x')).toBeUndefined()
    expect(narrow.problems()).toEqual([
      'git:v1:apis/a.yaml:2:11-2:30 TK1044 `../models/b.yaml` leads out of `git:v1:apis`',
    ])
    expect((await openIn(cwd, 'v1:apis/a.yaml', { root: 'models' })).diagnostics()).toMatchObject([{ code: 'TK1034' }])
  })

  it.each([
    ['nope:apis/a.yaml', 'TK1030 `git:nope:apis/a.yaml` cannot be read from git: there is no revision `nope`'],
    ['v1:apis/x.yaml', 'TK1030 `git:v1:apis/x.yaml` cannot be read from git: there is no such file at this revision'],
    ['v1:apis', 'TK1030 `git:v1:apis` cannot be read from git: it is a folder, not a file'],
    ['v1:apis/link.yaml', 'TK1030 `git:v1:apis/link.yaml` cannot be read from git: it is a symbolic link, not a file'],
    ['v1:../a.yaml', 'TK1030 `git:v1:../a.yaml` cannot be read from git: the path leads out of the repository'],
    ['v1:/etc/passwd', 'TK1030 `git:v1:/etc/passwd` cannot be read from git: the path leads out of the repository'],
    ['git:--output=x:a.yaml', 'TK1031 `--output=x` is no revision that is handed to git'],
    ['git:a b:a.yaml', 'TK1031 `a b` is no revision that is handed to git'],
  ])('refuses %s', async (reference, problem) => {
    const tried = await openIn(repository(), reference)
    expect(tried.sources).toBeUndefined()
    expect(tried.diagnostics().map(({ code, message }) => `${code} ${message}`)).toEqual([problem])
  })

  it('needs a repository', async () => {
    expect((await openIn(tempFolder(), 'HEAD:a.yaml')).diagnostics()).toMatchObject([
      { code: 'TK1030', message: expect.stringMatching(/not a git repository/) },
    ])
  })

  it('gives way to a file of that name', async () => {
    const { sources } = await open({ 'v1:a.yaml': 'a: 1\n' })
    expect(sources?.root.file).toBe('v1:a.yaml')
  })
})
