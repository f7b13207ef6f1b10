import { expect } from 'vitest'
import { loadContract } from '../../../src/contract/index.js'
import { type DiffReport, diffContracts, type LoadedContract } from '../../../src/diff/index.js'

/** Reads a contract of a folder; it must have no errors. `root`: how far references may lead. */
export async function readContract(file: string, cwd: string, root = cwd): Promise<LoadedContract> {
  const loaded = await loadContract(file, { cwd, root, validation: 'never' })
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return loaded as LoadedContract
}

export function compare(base: LoadedContract, head: LoadedContract): DiffReport {
  return diffContracts(base, head, { today: '2026-01-01', sources: { base: 'before', head: 'after' } })
}

/** The findings as people would read them, each on a line: with its place, for whoever has to find out what went wrong. */
export function linesOf({ findings }: DiffReport): readonly string[] {
  return findings.map(({ level, rule, pointer, message, before, after }) => {
    const at = [before, after].map((span) => (span ? `${span.file}:${span.line}` : '-')).join(' ')
    return `${level} ${rule} [${pointer}] ${message} (${at})`
  })
}
