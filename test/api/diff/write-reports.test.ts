import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ReportOutput, writeReports } from '../../../src/api/diff/write-reports.js'
import { diff } from '../../../src/api/diff.js'
import { plainStyle } from '../../../src/diagnostic/render/style.js'
import { ordersContract } from '../../support/orders-contract.js'
import { readTree, tempFolder } from '../../support/temp-folder.js'

const files = { 'base.yaml': ordersContract(), 'head.yaml': ordersContract({ state: 'required' }) }

async function written(outputs: readonly ReportOutput[], environment: Readonly<Record<string, string>> = {}) {
  const directory = tempFolder(files)
  const run = await diff({ base: 'base.yaml', heads: ['head.yaml'], today: '2026-06-15', directory })
  const said = Object.entries(environment).map(([name, file]) => [name, join(directory, file)])
  const options = { directory, style: plainStyle, environment: Object.fromEntries(said) as Record<string, string> }
  return { directory, ...writeReports(run, outputs, options) }
}

describe('writeReports', () => {
  it('writes what has a file, into folders that it makes, and gives back what has none', async () => {
    const { directory, text, diagnostics } = await written([
      { format: 'text' },
      { format: 'json', file: 'a/b/diff.json' },
    ])
    expect(diagnostics).toEqual([])
    expect(text).toContain('✖ breaking')
    expect(Object.keys(readTree(directory)).sort()).toEqual(['a/b/diff.json', 'base.yaml', 'head.yaml'])
  })

  it('appends the whole report to the summary of a step, for GitHub alone', async () => {
    const environment = { GITHUB_STEP_SUMMARY: 'summary.md' }
    const { directory, text } = await written([{ format: 'github' }], environment)
    expect(text).toContain('::error ')
    expect(readFileSync(join(directory, 'summary.md'), 'utf8')).toContain('parameter-became-required')
    const other = await written([{ format: 'text' }], environment)
    expect(Object.keys(readTree(other.directory)).sort()).toEqual(['base.yaml', 'head.yaml'])
  })

  it('says what cannot be written', async () => {
    const { diagnostics } = await written([{ format: 'json', file: 'base.yaml/diff.json' }])
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^TK3918 `base\.yaml\/diff\.json` cannot be written: E/),
    ])
  })
})
