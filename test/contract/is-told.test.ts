import { expect, test } from 'vitest'
import { loadContract } from '../../src/contract/index.js'
import { tempFolder } from '../support/temp-folder.js'

const contract = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0, colour: red }
paths: {}
`

/** Codes with their lines. */
async function told(text: string, isTold?: (code: string) => boolean): Promise<readonly string[]> {
  const cwd = tempFolder({ 'c.yaml': text })
  const { diagnostics } = await loadContract('c.yaml', { cwd, validation: 'never', ...(isTold && { isTold }) })
  return diagnostics.map(({ code, span }) => `${code} ${span?.line}`)
}

test('all problems are told unless somebody says otherwise', async () => {
  expect(await told(contract)).toEqual(['TK1105 2'])
})

test('warnings that nobody wants to hear are left out', async () => {
  expect(await told(contract, (code) => code !== 'TK1105')).toEqual([])
})

test('errors are told whether anybody wants to hear them or not', async () => {
  const broken = contract.replace('paths: {}', 'paths: { /orders: { $ref: "#/nowhere" } }')
  expect(await told(broken, () => false)).toEqual(['TK1041 3'])
})
