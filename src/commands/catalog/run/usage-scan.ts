import { type ScannedUsage, scanUsage, type UsageFile } from '../../../api/catalog/scan-usage.js'
import { writeOutput } from '../../../api/diff/write-output.js'
import { type Diagnostic, diagnostic, hasErrors } from '../../../diagnostic/index.js'
import { type Style, styleFor } from '../../../diagnostic/render/style.js'
import { type Coordinates, parseCoordinates } from '../../../util/coordinates.js'
import { exitCode } from '../../base-command.js'
import { printJson } from '../../print.js'
import { printProblems } from '../../print-problems.js'

export interface UsageScanCommandLine {
  readonly directory: string
  readonly program: string
  /** `FOLDER=NAMESPACE/NAME@VERSION`. */
  readonly clients: readonly string[]
  readonly output: string
  readonly json: boolean
}

/** Scans, writes and prints; the exit code. */
export async function runUsageScan({
  directory,
  program,
  clients,
  output,
  json,
}: UsageScanCommandLine): Promise<number> {
  const named = namedClients(clients)
  if ('code' in named) return refuse([named], json)
  const scanned = await scanUsage({ directory, program, clients: named })
  if (!scanned.usage) return refuse(scanned.diagnostics, json)
  const written = writeOutput(directory, output, usageText(scanned.usage))
  if (hasErrors(written)) return refuse(written, json)
  const { usage, wholes, diagnostics } = scanned
  if (json) printJson({ schemaVersion: 1, output, usage, wholes, warnings: diagnostics })
  else {
    printProblems(diagnostics)
    process.stdout.write(summary(scanned, scanned.usage, output, styleFor(process.stdout, process.env)))
  }
  return exitCode.fine
}

function refuse(problems: readonly Diagnostic[], json: boolean): number {
  printProblems(problems, { json })
  return exitCode.failed
}

function namedClients(clients: readonly string[]): ReadonlyMap<string, Coordinates> | Diagnostic {
  const named = new Map<string, Coordinates>()
  for (const client of clients) {
    const [folder = '', text = ''] = client.split('=')
    const coordinates = parseCoordinates(text)
    if (folder === '' || !coordinates) {
      const problem = `--client wants FOLDER=NAMESPACE/NAME@VERSION, not \`${client}\``
      return diagnostic('TK6005', { problem, command: 'catalog usage scan' })
    }
    named.set(folder, coordinates)
  }
  return named
}

function usageText(usage: UsageFile): string {
  return `${JSON.stringify(usage, undefined, 2)}\n`
}

function summary({ clients, wholes }: ScannedUsage, { uses }: UsageFile, output: string, style: Style): string {
  const lines = uses.flatMap(({ namespace, name, version, operations }) => {
    const contract = `${namespace}/${name}@${version}`
    const folders = clients.filter((client) => client.contract === contract).map(({ folder }) => folder)
    const heading = `${style.success('✔')} ${style.strong(contract)}  ${style.faint(folders.join(', '))}`
    if (operations.length === 0) return [heading, '  nothing of it is used']
    const width = Math.max(...operations.map(({ operation }) => operation.length))
    return [
      heading,
      ...operations.map(({ operation, fields }) => `  ${operation.padEnd(width)}  ${fieldsText(fields)}`),
    ]
  })
  const shown = wholes.slice(0, 10).map(({ file, line, column }) => `  ${file}:${line}:${column}`)
  const more = wholes.length > shown.length ? [`  and ${wholes.length - shown.length} more`] : []
  const passed = wholes.length === 0 ? [] : ['', 'Passed on as a whole, so that all fields count:', ...shown, ...more]
  return `${[...lines, ...passed, '', `Written to ${output}.`].join('\n')}\n`
}

function fieldsText(fields: readonly string[] | undefined): string {
  if (!fields) return 'all fields'
  return fields.length === 0 ? 'no field' : fields.join(', ')
}
