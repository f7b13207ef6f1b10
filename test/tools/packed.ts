/**
 * What a new user gets: both packages packed, checked by publint and attw, installed into an empty folder, and there
 * `init`, `generate`, the type check and the generated program run as the README says.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const bin = join(root, 'node_modules/.bin')
const folder = mkdtempSync(join(tmpdir(), 'tenantkit-packed-'))
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const say = (text: string): void => console.log(text)

try {
  run(process.execPath, ['.ci/build.mjs', '--types'], root)
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  for (const workspace of ['.', 'src/runtime']) {
    run('npm', ['pack', '--pack-destination', tarballs, ...(workspace === '.' ? [] : ['-w', workspace])], root)
  }
  const packed = readdirSync(tarballs).map((name) => join(tarballs, name))
  for (const tarball of packed) {
    say(run(join(bin, 'publint'), ['run', tarball, '--strict'], root).trim())
    say(run(join(bin, 'attw'), [tarball, '--profile', 'esm-only'], root).trim())
  }
  const app = join(folder, 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }\n')
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', ...packed, 'typescript@6.0.3', 'tsx@4.23.15', '@types/node@20.19.43'],
    app,
  )
  say(run('npx', ['tenantkit', 'init'], app).trim())
  say(run('npx', ['tenantkit', 'generate'], app).trim())
  run('npx', ['tsc', '--noEmit'], app)
  // The declarations of both packages, too, which `skipLibCheck` passes over.
  const strictly = { compilerOptions: { skipLibCheck: false, noEmit: true }, include: ['src', 'tenantkit.config.ts'] }
  writeFileSync(join(app, 'strictly.json'), JSON.stringify({ extends: './tsconfig.json', ...strictly }))
  run('npx', ['tsc', '-p', 'strictly.json'], app)
  say('type-checked')
  say(run('npx', ['tsx', 'src/main.ts'], app).trim())
  say(`\n${packed.length} passed, 0 failed`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
