import { expect } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'
import {
  type DiffOptions,
  type DiffReport,
  diffContracts,
  type Finding,
  type LoadedContract,
} from '../../../src/diff/index.js'
import { tempFolder } from '../../support/temp-folder.js'

type Options = Partial<Omit<DiffOptions, 'sources'>>

/** Compares two contracts given as text. Both must load without an error. */
export async function diffTexts(before: string, after: string, options: Options = {}): Promise<DiffReport> {
  const folder = tempFolder({ 'before.yaml': before, 'after.yaml': after })
  const [base, head] = await Promise.all(['before.yaml', 'after.yaml'].map((file) => load(folder, file)))
  return diffContracts(base as LoadedContract, head as LoadedContract, {
    today: '2026-01-01',
    ...options,
    sources: { base: 'before.yaml', head: 'after.yaml' },
  })
}

async function load(cwd: string, file: string): Promise<LoadedContract> {
  const loaded = await loadContract(file, { cwd, validation: 'never' })
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return loaded as LoadedContract
}

/** The findings, each on a line: `breaking request-property-became-required POST /orders: \`sku\` became required`. */
export async function findingLines(before: string, after: string, options: Options = {}): Promise<readonly string[]> {
  const { findings } = await diffTexts(before, after, options)
  return findings.map(lineOf)
}

function lineOf({ level, rule, operation, message }: Finding): string {
  const where =
    operation === undefined
      ? ''
      : 'method' in operation
        ? ` ${operation.method} ${operation.path}`
        : ` ${operation.action} ${operation.channel}`
  return `${level} ${rule}${where}: ${message}`
}
