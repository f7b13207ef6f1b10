/** A command line that is not understood ends with 2, a code, and no stack trace; with --json, as one JSON value. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'
import { tempFolder } from '../support/temp-folder.js'

describe('usage', () => {
  it.each([
    [['generate', '--bogus'], 'Nonexistent flag: --bogus'],
    [['genrate'], 'command genrate not found'],
    [['genrate'], 'Did you mean `tenantkit generate`?'],
    [['generate', 'a.yaml'], '--out is missing'],
    [['generate', 'a.yaml', '-o', 'x', '-t', 'sever'], '--target does not know `sever`'],
    [['generate', 'a.yaml', '-o', 'x', '--default-scope', 'tenat'], 'Did you mean `tenant`?'],
    [['generate', '--check', '--watch'], '--check'],
    [['generate', '-o', 'x'], 'there is no configuration'],
  ])('%j', (args, expected) => {
    const { status, stdout, stderr } = tenantkit(args, tempFolder())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(expected)
    expect(stderr).toMatch(/error TK600\d/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('puts the problem into JSON when that was asked for', () => {
    const { status, stdout, stderr } = tenantkit(['generate', '--bogus', '--json'], tempFolder())
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, diagnostics: [{ code: 'TK6005', severity: 'error' }] })
  })

  it('knows its version', () => {
    const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(tenantkit(['--version'], tempFolder())).toEqual({ status: 0, stdout: `tenantkit/${version}\n`, stderr: '' })
  })

  it('shows every command and flag in its help', () => {
    const { stdout } = tenantkit(['--help'], tempFolder())
    for (const command of ['diff', 'explain', 'generate', 'init']) expect(stdout).toContain(command)
    const { stdout: help } = tenantkit(['generate', '--help'], tempFolder())
    for (const flag of [
      '--out',
      '--target',
      '--overlay',
      '--default-scope',
      '--check',
      '--watch',
      '--verify',
      '--json',
    ]) {
      expect(help).toContain(flag)
    }
  })
})
