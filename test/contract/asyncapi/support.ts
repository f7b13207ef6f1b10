import { loadContract } from '../../../src/contract/index.js'
import type { Contract } from '../../../src/contract/model/index.js'
import { tempFolder } from '../../support/temp-folder.js'

/** Loads a contract from text, other files beside it. */
function load(text: string, files: Readonly<Record<string, string>> = {}) {
  return loadContract('c.yaml', { cwd: tempFolder({ 'c.yaml': text, ...files }), validation: 'never' })
}

/** Diagnostics as `line:column code severity message`, without the count of unclassified fields. */
export async function told(text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { diagnostics } = await load(text, files)
  return diagnostics
    .filter(({ code }) => code !== 'TK1312')
    .map(({ span, code, severity, message }) => `${span?.line}:${span?.column} ${code} ${severity} ${message}`)
}

export async function contractOf(text: string, files: Readonly<Record<string, string>> = {}): Promise<Contract> {
  const { contract, diagnostics } = await load(text, files)
  if (!contract) throw new Error(JSON.stringify(diagnostics, undefined, 1))
  return contract
}
