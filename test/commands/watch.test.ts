/** `--watch` generates again when a file that took part changes, and ends when it is asked to. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readTree, tempFolder } from '../support/temp-folder.js'

const contract = `openapi: 3.1.0
info: { title: Notes, version: 1.0.0 }
paths: {}
components:
  schemas:
    Note: { $ref: 'note.yaml' }
`

it('follows the files of a contract until it is told to stop', async () => {
  const folder = tempFolder({
    'notes.yaml': contract,
    'note.yaml': 'type: object\nproperties: { text: { type: string } }\n',
  })
  const program = resolve(import.meta.dirname, '../../bin/run.js')
  const args = [program, 'generate', 'notes.yaml', '--out', 'out', '--target', 'types', '--watch']
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let said = ''
  const heard = (what: RegExp): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (!what.test(said)) return
        child.stdout.off('data', hear)
        said = ''
        done()
      }
      const hear = (chunk: Buffer): void => {
        said += chunk.toString()
        look()
      }
      child.stdout.on('data', hear)
    })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  try {
    await heard(/written, 0 removed/)
    expect(Object.values(readTree(join(folder, 'out'))).join('')).toContain('readonly text?: string')
    const again = heard(/1 written, 0 removed/)
    writeFileSync(join(folder, 'note.yaml'), 'type: object\nproperties: { text: { type: number } }\n')
    await again
    expect(Object.values(readTree(join(folder, 'out'))).join('')).toContain('readonly text?: number')
  } finally {
    child.kill('SIGTERM')
  }
  expect(await ended).toBe(0)
})
