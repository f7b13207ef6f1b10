import { Args, Flags } from '@oclif/core'
import { diagnostic } from '../diagnostic/index.js'
import { styleFor } from '../diagnostic/render/style.js'
import { renderText } from '../diagnostic/render/text.js'
import { didYouMean } from '../util/did-you-mean.js'
import { exitCode, TenantkitCommand } from './base-command.js'
import { printJson } from './print.js'

export default class Explain extends TenantkitCommand {
  static override summary = 'Say what a code means, with a bad and a good example.'
  static override examples = ['<%= config.bin %> explain TK1301', '<%= config.bin %> explain']
  static override args = {
    code: Args.string({ description: 'a code such as TK1301, or its name; without it, all are listed' }),
  }
  static override flags = { json: Flags.boolean({ description: 'print JSON' }) }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain)
    const { explain, listCodes } = await import('../api/explain.js')
    const style = styleFor(process.stdout, process.env)
    if (args.code === undefined) {
      const all = listCodes()
      if (flags.json) printJson({ schemaVersion: 1, codes: all })
      else for (const { code, name, severity } of all) this.log(`${style.strong(code)}  ${severity.padEnd(9)}  ${name}`)
      return
    }
    const found = explain(args.code)
    if (!found) {
      const near = didYouMean(
        args.code,
        listCodes().flatMap(({ code, name }) => [code, name]),
      )
      const problem = diagnostic('TK6006', { given: args.code }, { help: near && `Did you mean \`${near}\`?` })
      if (flags.json) printJson({ schemaVersion: 1, diagnostics: [problem] })
      else process.stderr.write(renderText([problem], { style: styleFor(process.stderr, process.env) }))
      process.exitCode = exitCode.failed
      return
    }
    if (flags.json) {
      printJson({ schemaVersion: 1, ...found })
      return
    }
    const indent = (text: string): string => text.replace(/^/gm, '    ')
    this.log(`${style.strong(`${found.code} ${found.name}`)} (${found.severity})\n`)
    this.log(`${found.message}\n\n${found.why}`)
    if (found.help) this.log(`\n${found.help}`)
    if (found.bad) this.log(`\n  ${style.error('✖')} bad\n${indent(found.bad)}`)
    const { change } = found
    if (change) {
      this.log(`\n  before\n${indent(change.before)}\n  after\n${indent(change.after)}`)
      for (const line of change.finds) this.log(`  ${style.error('✖')} ${line}`)
    }
    if (found.good) this.log(`\n  ${style.success('✔')} good\n${indent(found.good)}`)
  }
}
