import { resolve } from 'node:path'
import { Args, Flags } from '@oclif/core'
import { init } from '../api/init.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { exitCode, TenantkitCommand } from './base-command.js'
import { printJson } from './print.js'

export default class Init extends TenantkitCommand {
  static override summary = 'Write a configuration and a first annotated contract that generates and runs as it stands.'
  static override examples = ['<%= config.bin %> init', '<%= config.bin %> init services/notes']
  static override args = { directory: Args.string({ description: 'folder to write into', default: '.' }) }
  static override flags = { json: Flags.boolean({ description: 'print JSON' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Init)
    const { files, diagnostics } = init(resolve(args.directory))
    if (diagnostics.length > 0) process.exitCode = exitCode.failed
    if (flags.json) {
      printJson({ schemaVersion: 1, files, diagnostics })
      return
    }
    const style = styleFor(process.stdout, process.env)
    for (const file of files) this.log(`${style.success('+')} ${file}`)
    if (diagnostics.length > 0)
      process.stderr.write(renderText(diagnostics, { style: styleFor(process.stderr, process.env) }))
    else this.log('\nNext: npm install, npx tenantkit generate, npm start')
  }
}
