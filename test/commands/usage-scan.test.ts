import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'

const repository = resolve(import.meta.dirname, '../..')
// Inside the repository, so that the program finds the runtime.
const folder = join(repository, '.tmp/usage/command')

const contract = (extra: string): string => `openapi: 3.1.0
info: { title: Notes, version: 1.2.0 }
x-tenant-scope: public
servers: [{ url: https://notes.example.com }]
paths:
  /notes/{id}:
    get:
      operationId: getNote
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: A note.
          content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } }
    delete:
      operationId: deleteNote
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '204': { description: Gone. } }
components:
  schemas:
    Note:
      type: object
      required: [id, text]
      properties:
        id: { type: string }
        text: { type: string }
        ${extra}
`

const program = `import { createNotesClient } from './generated/client.js'
const notes = createNotesClient({})
const answer = await notes.getNote({ path: { id: '1' } })
process.stdout.write(answer.body.text)
await notes.deleteNote({ path: { id: '1' } })
`

describe('tenantkit catalog usage scan', () => {
  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'notes.yaml'), contract('at: { type: string }'))
    const compilerOptions = {
      target: 'ES2023',
      lib: ['ES2023'],
      types: ['node'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
    writeFileSync(join(folder, 'main.ts'), program)
    const generated = tenantkit(['generate', 'notes.yaml', '--out', 'generated', '--target', 'client'], folder)
    expect(generated.status).toBe(0)
  }, 60_000)

  const client = ['--client', 'generated=docs/notes@1.2.0']

  it('writes a usage file and says what is in it', () => {
    const { status, stdout, stderr } = tenantkit(['catalog', 'usage', 'scan', ...client], folder)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(`✔ docs/notes@1.2.0  generated
  deleteNote  all fields
  getNote     text

Written to tenantkit.usage.json.
`)
    const usage: unknown = JSON.parse(readFileSync(join(folder, 'tenantkit.usage.json'), 'utf8'))
    expect(usage).toEqual({
      schemaVersion: 1,
      uses: [
        {
          namespace: 'docs',
          name: 'notes',
          version: '1.2.0',
          operations: [{ operation: 'deleteNote' }, { operation: 'getNote', fields: ['text'] }],
        },
      ],
    })
    const schema: object = JSON.parse(
      readFileSync(join(repository, 'contracts/report/usage.schema.json'), 'utf8'),
    ) as object
    expect(new Ajv2020({ strict: true }).compile(schema)(usage)).toBe(true)
  })

  it('takes the version from a client that was generated from the catalog', () => {
    const manifest = join(folder, 'generated/.tenantkit-manifest.json')
    const before = readFileSync(manifest, 'utf8')
    writeFileSync(manifest, before.replace('"notes.yaml"', '"catalog:docs/notes@1.3.0"'))
    const { stdout } = tenantkit(['catalog', 'usage', 'scan', '--json', '--output', 'out/usage.json'], folder)
    writeFileSync(manifest, before)
    expect(JSON.parse(stdout)).toMatchObject({
      output: 'out/usage.json',
      usage: { uses: [{ namespace: 'docs', name: 'notes', version: '1.3.0' }] },
      wholes: [],
      warnings: [],
    })
  })

  it('says where an answer goes out of sight', () => {
    writeFileSync(join(folder, 'main.ts'), program.replace('answer.body.text', 'JSON.stringify(answer.body)'))
    const { stdout } = tenantkit(['catalog', 'usage', 'scan', ...client], folder)
    writeFileSync(join(folder, 'main.ts'), program)
    expect(stdout).toContain(
      '  getNote     all fields\n\nPassed on as a whole, so that all fields count:\n  main.ts:4:37\n',
    )
  })

  it('warns of a client that nobody knows the contract of', () => {
    const { status, stderr } = tenantkit(['catalog', 'usage', 'scan'], folder)
    expect(status).toBe(0)
    expect(stderr).toContain('warning TK5103 usage-contract-unknown')
    expect(stderr).toContain('--client generated=NAMESPACE/NAME@VERSION')
  })

  it('refuses a program that does not compile, at the place of its first error', () => {
    writeFileSync(join(folder, 'main.ts'), program.replace('.text', '.title'))
    const { status, stdout, stderr } = tenantkit(['catalog', 'usage', 'scan', ...client], folder)
    writeFileSync(join(folder, 'main.ts'), program)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('main.ts:4:34  error TK5101 usage-not-compiled')
  })

  it('refuses a client that is not there, and a program without any', () => {
    const misnamed = tenantkit(['catalog', 'usage', 'scan', '--client', 'gen=docs/notes@1.2.0', '--json'], folder)
    expect(misnamed.status).toBe(2)
    expect(JSON.parse(misnamed.stdout)).toMatchObject({ diagnostics: [{ code: 'TK5104' }, { code: 'TK5103' }] })
    cpSync(join(folder, 'tsconfig.json'), join(folder, 'alone/tsconfig.json'))
    writeFileSync(join(folder, 'alone/main.ts'), 'export const answer = 42\n')
    const alone = tenantkit(['catalog', 'usage', 'scan', 'alone', '--json'], folder)
    expect(JSON.parse(alone.stdout)).toMatchObject({ diagnostics: [{ code: 'TK5102' }] })
    const missing = tenantkit(['catalog', 'usage', 'scan', 'nowhere.json', '--json'], folder)
    expect(JSON.parse(missing.stdout)).toMatchObject({ diagnostics: [{ code: 'TK1001' }] })
    const wrong = tenantkit(['catalog', 'usage', 'scan', '--client', 'generated'], folder)
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('error TK6005')
  })
})
