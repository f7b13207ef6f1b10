#!/usr/bin/env tsx
// Runs the sources as they are; Node 20 cannot strip types, so `tsx` does.
import { runCli } from '../src/commands/cli.ts'

await runCli(process.argv.slice(2), './src/commands/index.ts')
