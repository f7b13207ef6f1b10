/** `tenantkit generate` as users run it: what is written, what is left alone, and what bad input ends in. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Ran, tenantkit } from '../support/cli.js'
import { readTree, tempFolder } from '../support/temp-folder.js'

const contract = `openapi: 3.1.0
info: { title: Notes, version: 1.0.0 }
x-tenant-scope: tenant
paths:
  /notes:
    get:
      operationId: listNotes
      responses:
        '200':
          description: All notes.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Note' } }
components:
  schemas:
    Note:
      type: object
      x-data-classification: internal
      required: [text]
      properties:
        text: { type: string }
`
const args = ['generate', 'notes.yaml', '--out', 'out', '--target', 'types,client,server']

function generateOver(
  files: Readonly<Record<string, string>>,
  extra: readonly string[] = [],
): { folder: string; ran: Ran } {
  const folder = tempFolder(files)
  return { folder, ran: tenantkit([...args, ...extra], folder) }
}

describe('tenantkit generate', () => {
  it('writes the output, and says so in a few lines', () => {
    const { folder, ran } = generateOver({ 'notes.yaml': contract })
    expect(ran).toMatchObject({ status: 0, stderr: '' })
    expect(ran.stdout).toMatch(
      /^✔ notes\.yaml → out {2}Notes 1\.0\.0, 1 operations, types, client, server\n\d+ written, 0 removed, 0 unchanged \(\d+\.\d\d s\)\n$/,
    )
    expect(Object.keys(readTree(join(folder, 'out')))).toContain('types/note.ts')
  })

  it('writes nothing the second time, and the same bytes into another folder', () => {
    const { folder } = generateOver({ 'notes.yaml': contract })
    const before = statSync(join(folder, 'out/types/note.ts')).mtimeMs
    expect(tenantkit(args, folder).stdout).toContain('0 written, 0 removed')
    expect(statSync(join(folder, 'out/types/note.ts')).mtimeMs).toBe(before)
    const other = generateOver({ 'notes.yaml': contract })
    expect(readTree(join(other.folder, 'out'))).toEqual(readTree(join(folder, 'out')))
  })

  it('prints one JSON value with --json', () => {
    const { folder, ran } = generateOver({ 'notes.yaml': contract }, ['--json'])
    const result = JSON.parse(ran.stdout)
    expect(result).toMatchObject({
      schemaVersion: 1,
      out: 'out',
      warnings: [],
      contracts: [{ source: 'notes.yaml', title: 'Notes' }],
    })
    const note = result.files.find(({ path }: { path: string }) => path === 'types/note.ts')
    expect(note).toEqual({
      path: 'types/note.ts',
      bytes: statSync(join(folder, 'out/types/note.ts')).size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      status: 'written',
    })
  })

  it('checks without writing: 0 when fresh, 1 when stale', () => {
    const { folder } = generateOver({ 'notes.yaml': contract })
    expect(tenantkit([...args, '--check'], folder).status).toBe(0)
    writeFileSync(join(folder, 'notes.yaml'), contract.replace('listNotes', 'allNotes'))
    const before = readTree(join(folder, 'out'))
    const stale = tenantkit([...args, '--check'], folder)
    expect(stale.status).toBe(1)
    expect(stale.stdout).toContain('stale')
    expect(readTree(join(folder, 'out'))).toEqual(before)
  })

  it('removes what is not planned any more, and nothing that it did not write', () => {
    const { folder } = generateOver({ 'notes.yaml': contract })
    writeFileSync(join(folder, 'out/mine.ts'), 'export const mine = 1\n')
    writeFileSync(
      join(folder, 'notes.yaml'),
      contract.replaceAll('Note:', 'Memo:').replaceAll('schemas/Note', 'schemas/Memo'),
    )
    expect(tenantkit(args, folder).status).toBe(0)
    const files = Object.keys(readTree(join(folder, 'out')))
    expect(files).toContain('types/memo.ts')
    expect(files).toContain('mine.ts')
    expect(files).not.toContain('types/note.ts')
  })

  it('verifies that the output exports what was planned', () => {
    expect(generateOver({ 'notes.yaml': contract }, ['--verify']).ran).toMatchObject({ status: 0, stderr: '' })
  })

  it('reads standard input and a git revision', () => {
    const folder = tempFolder()
    const ran = tenantkit(['generate', '-', '--out', 'out', '--target', 'types'], folder, contract)
    expect(ran).toMatchObject({ status: 0 })
    expect(Object.keys(readTree(join(folder, 'out')))).toContain('types/note.ts')
  })

  it('refuses an operation without a scope, and takes one from the flag', () => {
    const files = { 'notes.yaml': contract.replace('x-tenant-scope: tenant\n', '') }
    const { ran } = generateOver(files)
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('notes.yaml:5:5  error TK1301 scope-missing')
    expect(generateOver(files, ['--default-scope', 'shared']).ran.status).toBe(0)
  })

  it('generates what the configuration says, into several folders', () => {
    const config =
      'contracts:\n  - { path: notes.yaml, out: a, targets: [types] }\n  - { path: notes.yaml, out: b, targets: [client] }\n'
    const folder = tempFolder({ 'notes.yaml': contract, 'tenantkit.config.yaml': config })
    expect(tenantkit(['generate'], folder)).toMatchObject({ status: 0, stderr: '' })
    expect(Object.keys(readTree(join(folder, 'a')))).toContain('types/note.ts')
    expect(Object.keys(readTree(join(folder, 'b')))).toContain('client.ts')
  })
})

describe('the file of handlers', () => {
  const config = 'contracts: [{ path: notes.yaml, out: out, targets: [server], handlers: handlers.ts }]\n'
  const own =
    "import type { NotesHandlers } from './out/server.js'\n\n// Mine.\nexport const handlers: NotesHandlers = {\n}\n"

  it('is written when there is none', () => {
    const folder = tempFolder({ 'notes.yaml': contract, 'tenantkit.config.yaml': config })
    expect(tenantkit(['generate', '--check'], folder).status).toBe(1)
    const { status, stdout } = tenantkit(['generate'], folder)
    expect(status).toBe(0)
    expect(stdout).toContain('1 handlers added as stubs: listNotes')
    expect(readFileSync(join(folder, 'handlers.ts'), 'utf8')).toContain("from './out/server.js'")
    expect(tenantkit(['generate', '--check'], folder).status).toBe(0)
  })

  it('gets the missing stubs and keeps everything else', () => {
    const folder = tempFolder({ 'notes.yaml': contract, 'tenantkit.config.yaml': config, 'handlers.ts': own })
    expect(tenantkit(['generate'], folder).status).toBe(0)
    const text = readFileSync(join(folder, 'handlers.ts'), 'utf8')
    expect(text).toContain('// Mine.\nexport const handlers: NotesHandlers = {\n')
    expect(text).toContain("notImplemented('listNotes')")
  })

  it('is left alone when it does not parse', () => {
    const folder = tempFolder({ 'notes.yaml': contract, 'tenantkit.config.yaml': config, 'handlers.ts': 'const {' })
    expect(tenantkit(['generate'], folder).stderr).toContain('handlers.ts:1:')
    expect(readFileSync(join(folder, 'handlers.ts'), 'utf8')).toBe('const {')
  })
})

describe('bad input', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a missing file', {}, 'notes.yaml:1:1  error TK1001'],
    ['a folder', { 'notes.yaml/keep': '' }, 'error TK1002'],
    ['an empty file', { 'notes.yaml': '' }, 'notes.yaml:1:1  error TK1004'],
    ['broken YAML', { 'notes.yaml': 'openapi: 3.1.0\ninfo: {title: Notes\n' }, 'notes.yaml:3:1  error TK1007'],
    ['a wrong version', { 'notes.yaml': contract.replace('3.1.0', '3.9.0') }, 'notes.yaml:1:10  error TK1101'],
    ['a version that is a number', { 'notes.yaml': contract.replace('3.1.0', '3') }, 'notes.yaml:1:10  error TK1101'],
    ['a dangling reference', { 'notes.yaml': contract.replace('schemas/Note', 'schemas/Nope') }, 'notes.yaml:13:'],
    [
      'a circular reference',
      {
        'notes.yaml': contract.replace(
          / {4}Note:[\s\S]*/,
          "    Note: { $ref: '#/components/schemas/Memo' }\n    Memo: { $ref: '#/components/schemas/Note' }\n",
        ),
      },
      'notes.yaml:17:11  error TK1507',
    ],
    [
      'two operations with one id',
      {
        'notes.yaml': contract.replace(
          '    get:',
          "    put: { operationId: listNotes, responses: { '204': { description: Done. } } }\n    get:",
        ),
      },
      'listNotes',
    ],
  ])('%s: exit 2 with code and position, and the output as it was', (_, files, expected) => {
    const folder = tempFolder({ ...files, 'out/types/note.ts': 'as it was\n' })
    const { status, stderr } = tenantkit(args, folder)
    expect(stderr).toContain(expected)
    expect(stderr).toMatch(/error TK1\d{3}/)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(status).toBe(2)
    expect(readTree(join(folder, 'out'))).toEqual({ 'types/note.ts': 'as it was\n' })
  })

  it('names that are no identifiers become some', () => {
    const text = contract.replaceAll('listNotes', '"list notes/äll"').replaceAll('Note', '1-nöte')
    const { folder, ran } = generateOver({ 'notes.yaml': text }, ['--verify'])
    expect(ran.status).toBe(0)
    expect(Object.keys(readTree(join(folder, 'out'))).every((file) => /^[\p{L}\p{N}_./-]+$/u.test(file))).toBe(true)
  })

  it('does not overwrite a file that it did not write', () => {
    const { folder, ran } = generateOver({ 'notes.yaml': contract, 'out/types/note.ts': 'mine\n' })
    expect(ran.status).toBe(2)
    expect(readTree(join(folder, 'out'))).toEqual({ 'types/note.ts': 'mine\n' })
  })

  it('does not write through a link that leads out of the output folder', () => {
    const folder = tempFolder({ 'notes.yaml': contract, 'elsewhere/keep.txt': 'as it was' })
    mkdirSync(join(folder, 'out'))
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'out/types'))
    const { status, stderr } = tenantkit(args, folder)
    expect({ status, stderr: /error TK4\d{3}/.test(stderr) }).toEqual({ status: 2, stderr: true })
    expect(readTree(join(folder, 'elsewhere'))).toEqual({ 'keep.txt': 'as it was' })
  })

  it('an output that is a file: exit 2, and the file is left', () => {
    const { folder, ran } = generateOver({ 'notes.yaml': contract, out: 'a file\n' })
    expect(ran.status).toBe(2)
    expect(ran.stderr).toContain('error TK4001')
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file\n')
  })

  it('a read-only output folder: exit 2, and nothing changed', () => {
    const { folder } = generateOver({ 'notes.yaml': contract })
    const before = readTree(join(folder, 'out'))
    writeFileSync(join(folder, 'notes.yaml'), contract.replace('listNotes', 'allNotes'))
    for (const path of [folder, join(folder, 'out')]) chmodSync(path, 0o555)
    // Permissions do not stop root, so root runs it as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined
    const { status, stderr } = tenantkit(args, folder, '', nobody)
    for (const path of [folder, join(folder, 'out')]) chmodSync(path, 0o755)
    expect({ status, stderr: stderr.includes('error TK4001') }).toEqual({ status: 2, stderr: true })
    expect(readTree(join(folder, 'out'))).toEqual(before)
  })

  it.skipIf(!canMount())('a full disk: exit 2, and what was there before is left', () => {
    const folder = tempFolder({ 'notes.yaml': contract })
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk])
    try {
      const onDisk = ['generate', 'notes.yaml', '--out', 'disk/out', '--target', 'types,client,server']
      expect(tenantkit(onDisk, folder).status).toBe(0)
      const before = readTree(join(disk, 'out'))
      const many = Array.from(
        { length: 300 },
        (_, index) => `    Note${index}: { type: object, properties: { a: { type: string } } }\n`,
      )
      writeFileSync(join(folder, 'notes.yaml'), contract + many.join(''))
      const { status, stderr } = tenantkit(onDisk, folder)
      expect({ status, stderr: stderr.includes('error TK4001') }).toEqual({ status: 2, stderr: true })
      expect(readTree(join(disk, 'out'))).toEqual(before)
    } finally {
      execFileSync('umount', [disk])
    }
  })

  it('a broken contract leaves the output of the one before it', () => {
    const { folder } = generateOver({ 'notes.yaml': contract })
    const before = readTree(join(folder, 'out'))
    rmSync(join(folder, 'notes.yaml'))
    expect(tenantkit(args, folder).status).toBe(2)
    expect(readTree(join(folder, 'out'))).toEqual(before)
  })
})

/** A disk of its own that can be filled needs root and a kernel that lets it mount. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'tenantkit-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
