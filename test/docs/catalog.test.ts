import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { catalogProcess } from '../catalog/process.js'
import { tenantkitBeside } from '../support/cli.js'
import { tempFolder } from '../support/temp-folder.js'

const repository = resolve(import.meta.dirname, '../..')
const text = (file: string): string => readFileSync(join(repository, file), 'utf8')

/** Lines of the page that are to be typed, in order. */
const lines = [...text('docs/catalog/README.md').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
)

it('the page of the catalog can be typed as it stands', async () => {
  const folder = tempFolder({
    'orders.v1.openapi.yaml': text('contracts/orders.v1.openapi.yaml'),
    'orders.openapi.yaml': text('contracts/orders.openapi.yaml'),
  })
  const catalog = await catalogProcess(folder, ['--init'])
  const environment = { TENANTKIT_CATALOG_URL: catalog.url, TENANTKIT_CATALOG_TOKEN: catalog.printed().trim() }
  const commands = lines.filter((line) => line.startsWith('npx tenantkit '))
  expect(commands.length).toBeGreaterThan(10)
  for (const line of commands) {
    const [command = '', status = '0'] = line.slice('npx tenantkit '.length).split(' # exit ')
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
    const done = await tenantkitBeside(words, folder, environment)
    expect([line, done.status, done.status === 2 ? done.stderr : '']).toEqual([line, Number(status), ''])
  }
  await catalog.stop()
})
