import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe } from 'vitest'
import { closeLines, overTransport, type Transport } from '../../support/transport.js'

/**
 * All that is asked of the core, asked again through an adapter: the same tests, none of them copied. A new file of tests
 * below `server/` takes part when it calls a server that `createApp` has made.
 */
export function describeAttackCases(transport: Transport): void {
  describe(`over ${transport.name}`, async () => {
    overTransport(transport)
    afterEach(closeLines)
    for (const file of suites()) await import(file)
  })
}

function suites(): readonly string[] {
  const folders = ['../../server', '../../context'].map((folder) => resolve(import.meta.dirname, folder))
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  return files.filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('createApp(')).sort()
}
