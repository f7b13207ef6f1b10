import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Config, type Interfaces, run } from '@oclif/core'
import { failure } from './base-command.js'

/** Runs one command line; sets the exit code, never throws. `commands` is the module of the command table, from the package's root. */
export async function runCli(argv: readonly string[], commands = './dist/commands.js'): Promise<void> {
  let config: Config | undefined
  try {
    const root = packageRoot()
    const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Interfaces.PJSON
    pjson.oclif.commands = { strategy: 'explicit', identifier: 'commands', target: commands }
    config = await Config.load({ root, pjson })
    await run([...argv], config)
  } catch (error) {
    failure(error, { json: argv.includes('--json'), command: argv[0] ?? '', commands: config?.commandIDs ?? [] })
  }
}

/** The folder of package.json, from `dist/` as well as from the sources. */
function packageRoot(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'package.json')) && dirname(directory) !== directory)
    directory = dirname(directory)
  return directory
}
