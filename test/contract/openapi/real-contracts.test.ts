import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'

/** Real contracts of others, one a line of `contracts.tsv`, with what is expected of them. */
const folder = join(import.meta.dirname, '../../corpus')
const rows = readFileSync(join(folder, 'contracts.tsv'), 'utf8').trimEnd().split('\n').slice(1)

describe('real contracts', () => {
  test.each(rows.map((row) => row.split('\t')))('%s', async (...row) => {
    const [file = '', , , , standard, operations, schemas, errors = ''] = row
    const root = join(folder, file.split('/').slice(0, 2).join('/'))
    const { contract, diagnostics } = await loadContract(file, { cwd: folder, root, validation: 'never' })
    const codes = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code))
    expect({
      errors: [...codes].join(' '),
      standard: contract && `${contract.protocol === 'openapi' ? 'OpenAPI' : 'AsyncAPI'} ${contract.specVersion}`,
      operations: String(contract?.operations.length ?? ''),
      schemas: String(contract?.schemas.size ?? ''),
    }).toEqual({ errors, standard: errors === '' ? standard : undefined, operations, schemas })
  })

  test('every problem in them has a position inside its file', async () => {
    for (const [file = ''] of rows.map((row) => row.split('\t'))) {
      const root = join(folder, file.split('/').slice(0, 2).join('/'))
      const { diagnostics, documents } = await loadContract(file, { cwd: folder, root, validation: 'never' })
      const lines = new Map(documents.map(({ file: name, bytes }) => [name, bytes.toString().split('\n').length]))
      for (const { code, span } of diagnostics) {
        expect([file, code, span && span.line <= (lines.get(span.file) ?? 0)]).toEqual([file, code, true])
      }
    }
  })
})
