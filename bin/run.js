#!/usr/bin/env node
import { readFileSync } from 'node:fs'

// The version is asked for by scripts and editors, often: answer before anything is loaded.
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`tenantkit/${version}\n`)
} else {
  const { runCli } = await import('../dist/cli.js')
  await runCli(process.argv.slice(2))
}
