import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Config, run } from '@oclif/core'
import { failure } from './base-command.js'

/** Runs one command line; sets the exit code, never throws. */
export async function runCli(argv: readonly string[]): Promise<void> {
  try {
    const config = await Config.load({ root: packageRoot() })
    await run([...argv], config)
  } catch (error) {
    failure(error, argv.includes('--json'))
  }
}

/** The folder of package.json, from `dist/` as well as from the sources. */
function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json')) && dirname(directory) !== directory)
    directory = dirname(directory)
  return directory
}
