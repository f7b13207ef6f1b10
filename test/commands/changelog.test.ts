import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'
import { tempFolder } from '../support/temp-folder.js'

const contract = (version: string, methods: string): string => `openapi: 3.1.0
info: { title: Orders, version: ${version} }
paths:
  /orders:
    get: { operationId: listOrders, responses: { '204': { description: None. } } }${methods}
`
const files = {
  'before.yaml': contract('1.0.0', ''),
  'after.yaml': contract(
    '1.1.0',
    "\n    post: { operationId: createOrder, responses: { '204': { description: Done. } } }",
  ),
}

describe('tenantkit changelog', () => {
  it('prints Markdown, compatible changes included', () => {
    expect(tenantkit(['changelog', 'before.yaml', 'after.yaml'], tempFolder(files))).toEqual({
      status: 0,
      stdout: '## Orders 1.0.0 → 1.1.0\n\n1 compatible change.\n\n### New\n\n- `POST /orders`\n',
      stderr: '',
    })
  })

  it('prints one JSON value, or writes a page', () => {
    const folder = tempFolder(files)
    const { stdout } = tenantkit(['changelog', 'before.yaml', 'after.yaml', '--json'], folder)
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, from: '1.0.0', to: '1.1.0', verdict: 'compatible' })
    const written = tenantkit(
      ['changelog', 'before.yaml', 'after.yaml', '-f', 'html', '-o', 'out/changes.html'],
      folder,
    )
    expect(written).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, 'out/changes.html'), 'utf8')).toMatch(/^<!doctype html>\n/)
  })

  it('never says that nothing changed when a side cannot be read', () => {
    const { status, stdout, stderr } = tenantkit(['changelog', 'gone.yaml', 'after.yaml'], tempFolder(files))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('error TK1001')
  })
})
