#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

// The version is asked for by scripts and editors, often: answer before anything is loaded.
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-v')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`tenantkit/${version}\n`)
} else {
  tuneForOneRun()
  const { runCli } = await import('../dist/cli.js')
  await runCli(process.argv.slice(2))
}

/**
 * A command runs for a second or two: most of what the optimising compiler of V8 11 (Node 20) makes in that time costs
 * more than it saves, on its own thread, but of the same CPU. So code has to be 30 times as hot as usual before it is
 * optimised; generating from GitHub's contract takes 1.7 instead of 2.8 CPU seconds. Later versions have a cheaper
 * compiler for such code, and no such flag.
 */
function tuneForOneRun() {
  if (process.versions.v8?.startsWith('11.')) setFlagsFromString('--interrupt-budget=2000000')
}
