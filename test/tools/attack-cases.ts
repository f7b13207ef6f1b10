/**
 * Runs every test that has the number of an attack case in its name, and writes docs/attack-cases.md from the report.
 *
 *   npm run attacks               writes the page
 *   npm run attacks -- --check    fails when a case does, or when the page says something else
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { attackPage } from './attack-page.js'
import { collect, type TestReport } from './attack-report.js'
import { attackTests } from './attack-tests.js'

const root = resolve(import.meta.dirname, '../..')
const page = resolve(root, 'docs/attack-cases.md')
const file = join(mkdtempSync(join(tmpdir(), 'attacks-')), 'report.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
let failed = false
try {
  execFileSync('npx', ['vitest', 'run', ...reporters, ...attackTests(root)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
} catch {
  failed = true
}
const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport
const text = attackPage(collect(report, root))
if (!process.argv.includes('--check')) writeFileSync(page, text)
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/attack-cases.md is not what the tests say; `npm run attacks` writes it')
  process.exitCode = 1
}
if (failed || text.includes('✖')) {
  console.error('attack cases fail')
  process.exitCode = 1
}
