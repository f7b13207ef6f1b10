/** What a team copies to run the catalog: it has to be read as it is meant, and to name options that there are. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from '@oclif/core'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import CatalogServe from '../../src/commands/catalog/serve.js'

const folder = join(import.meta.dirname, '../../docs/catalog/deploy')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const flagsOf = async (args: readonly string[]) => {
  const { flags } = await Parser.parse([...args], { flags: CatalogServe.flags, strict: true })
  return flags
}
const lineOf = (text: string, start: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(start))
    ?.slice(start.length)
const start = ['tenantkit', 'catalog', 'serve']

describe('the Dockerfile', () => {
  it('is well-formed', () => {
    expect(validate(read('Dockerfile'))).toEqual([])
    expect(validate('FORM node')).not.toEqual([])
  })

  it('starts the catalog where its port and its health check are', async () => {
    const text = read('Dockerfile')
    const [entry, port] = [JSON.parse(lineOf(text, 'ENTRYPOINT ') ?? '') as string[], Number(lineOf(text, 'EXPOSE '))]
    expect(entry.slice(0, 3)).toEqual(start)
    expect(await flagsOf(entry.slice(3))).toMatchObject({ host: '0.0.0.0', port, database: 'catalog.db' })
    expect(text).toContain(`http://127.0.0.1:${port}/readyz`)
  })
})

describe('the compose file', () => {
  it('names services, secrets and volumes that it has, and options that there are', async () => {
    const file = parse(read('compose.yaml')) as {
      services: Record<string, { secrets: string[]; command?: string[]; depends_on?: object; volumes?: string[] }>
      secrets: object
      volumes: object
    }
    const services = Object.values(file.services)
    expect(Object.keys(file.secrets).sort()).toEqual([...new Set(services.flatMap(({ secrets }) => secrets))].sort())
    expect(services.flatMap(({ depends_on = {} }) => Object.keys(depends_on))).toEqual(['database'])
    expect(services.flatMap(({ volumes = [] }) => volumes.map((each) => each.split(':')[0]))).toEqual(
      Object.keys(file.volumes),
    )
    expect(await flagsOf(file.services['catalog']?.command ?? [])).toMatchObject({ key: '/run/secrets/audit-key' })
  })
})

describe('the unit of systemd', () => {
  it('names options that there are', async () => {
    const command = lineOf(read('tenantkit-catalog.service'), 'ExecStart=/usr/bin/env ')?.split(' ') ?? []
    expect(command.slice(0, 3)).toEqual(start)
    expect(await flagsOf(command.slice(3))).toMatchObject({ host: '127.0.0.1', port: 4180 })
  })

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
  it.skipIf(!hasSystemd)('is read by systemd without a word', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(folder, 'tenantkit-catalog.service')], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
