import { reportFormats as formats, type ReportOutput } from '../api/diff/write-reports.js'
import { type Diagnostic, diagnostic } from '../diagnostic/index.js'
import { didYouMean } from '../util/did-you-mean.js'

interface Output {
  format: string
  file?: string
}

/** Flags in the order of the command line. */
export type FlagToken = { readonly flag: string; readonly input: string }

/**
 * What goes where: `--format F` with the `--output FILE` that follows it, or `--format F=FILE`. What has no file goes to
 * standard output, which one format has room for.
 */
export function reportOutputs(tokens: readonly FlagToken[]): readonly ReportOutput[] | Diagnostic {
  const outputs: Output[] = []
  let early: string | undefined
  for (const { flag, input } of tokens) {
    if (flag === 'json') outputs.push({ format: 'json' })
    else if (flag === 'format') {
      const [format = '', ...file] = input.split('=')
      const given = file.length > 0 ? file.join('=') : early
      if (file.length === 0) early = undefined
      outputs.push({ format, ...(given !== undefined && { file: given }) })
    } else if (flag === 'output') {
      const last = outputs.findLast(({ file }) => file === undefined)
      if (last) last.file = input
      else if (early === undefined) early = input
      else return usage(`there is no format for \`${early}\``)
    }
  }
  if (early !== undefined && outputs.length > 0) return usage(`there is no format for \`${early}\``)
  if (outputs.length === 0) outputs.push({ format: 'text', ...(early !== undefined && { file: early }) })
  return checked(outputs)
}

function checked(outputs: readonly Readonly<Output>[]): readonly ReportOutput[] | Diagnostic {
  const unknown = outputs.find(({ format }) => !(formats as readonly string[]).includes(format))
  if (unknown) {
    const near = didYouMean(unknown.format, formats)
    const help = near ? `Did you mean \`${near}\`?` : `Use ${formats.map((format) => `\`${format}\``).join(', ')}.`
    return usage(`--format does not know \`${unknown.format}\``, help)
  }
  const printed = outputs.filter(({ file }) => file === undefined).map(({ format }) => format)
  if (printed.length > 1) {
    return usage(`${printed.map((format) => `\`${format}\``).join(' and ')} cannot both go to standard output`)
  }
  const files = outputs.flatMap(({ file }) => file ?? [])
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice !== undefined) return usage(`two formats cannot both go to \`${twice}\``)
  return outputs as readonly ReportOutput[]
}

function usage(problem: string, help?: string): Diagnostic {
  return diagnostic('TK6005', { problem, command: 'diff' }, { help })
}
