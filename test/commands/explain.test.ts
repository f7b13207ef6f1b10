import { describe, expect, it } from 'vitest'
import { tenantkit } from '../support/cli.js'
import { tempFolder } from '../support/temp-folder.js'

describe('tenantkit explain', () => {
  it('says what a code means, with its examples', () => {
    const { status, stdout, stderr } = tenantkit(['explain', 'TK1301'], tempFolder())
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^TK1301 scope-missing \(error\)\n/)
    expect(stdout).toContain('✖ bad')
    expect(stdout).toContain('✔ good')
  })

  it('takes a name and any case', () => {
    const folder = tempFolder()
    expect(tenantkit(['explain', 'scope-missing'], folder).stdout).toBe(tenantkit(['explain', 'tk1301'], folder).stdout)
  })

  it('lists them all', () => {
    const { stdout } = tenantkit(['explain'], tempFolder())
    expect(stdout.split('\n')).toContain('TK1301  error      scope-missing')
  })

  it('offers the near miss for a slip, and exits 2', () => {
    const { status, stdout, stderr } = tenantkit(['explain', 'TK130l'], tempFolder())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('error TK6006 code-unknown')
    expect(stderr).toContain('Did you mean `TK1301`?')
  })

  it('prints one JSON value', () => {
    const { stdout } = tenantkit(['explain', 'TK1301', '--json'], tempFolder())
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      code: 'TK1301',
      name: 'scope-missing',
      severity: 'error',
    })
  })
})
