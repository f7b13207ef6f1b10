#!/usr/bin/env -S node --import tsx
// Runs the sources as they are; Node 20 cannot strip types, so `tsx` does.
const { runCli } = await import('../src/commands/cli.ts')
await runCli(process.argv.slice(2))
