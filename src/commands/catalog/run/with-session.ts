import type { CatalogPlace } from '../../../api/catalog/catalog-place.js'
import { type Failed, openSession, type Session } from '../../../api/catalog/session.js'
import { type Diagnostic, diagnostic } from '../../../diagnostic/index.js'
import { type Style, styleFor } from '../../../diagnostic/render/style.js'
import { type Coordinates, parseCoordinates } from '../../../util/coordinates.js'
import { exitCode } from '../../base-command.js'
import { printJson } from '../../print.js'
import { printProblems } from '../../print-problems.js'
import type { CatalogFlags } from '../flags.js'

/** How a command tells what it has found out. */
export interface Shown<Value extends object> {
  readonly text: (value: Value, style: Style) => string
  /** Default: `fine`. */
  readonly exit?: (value: Value) => number
}

/** Asks the catalog and prints the answer, as text or as one JSON value; the exit code. */
export async function withSession<Value extends object>(
  flags: CatalogFlags,
  act: (session: Session) => Promise<Value | Failed>,
  { text, exit = () => exitCode.fine }: Shown<Value>,
): Promise<number> {
  const session = await openSession(placeOf(flags))
  if ('problems' in session) return refuse(session.problems, flags)
  const answer = await act(session)
  if (isFailed(answer)) return refuse(answer.problems, flags)
  if (flags.json) printJson({ schemaVersion: 1, ...answer })
  else process.stdout.write(text(answer, styleFor(process.stdout, process.env)))
  return exit(answer)
}

function isFailed(answer: object): answer is Failed {
  return 'problems' in answer
}

export function placeOf(flags: CatalogFlags): CatalogPlace {
  return {
    directory: process.cwd(),
    environment: process.env,
    url: flags.catalog,
    tokenFile: flags['token-file'],
    organisation: flags.organisation,
    config: flags.config,
  }
}

/** What proves that something is not as it should be is a finding; everything else kept us from looking. */
const findings: ReadonlySet<string> = new Set(['TK5307', 'TK5308', 'TK5309', 'TK5311'])

export function refuse(problems: readonly Diagnostic[], { json }: { readonly json: boolean }): number {
  printProblems(problems, { json })
  return problems.every(({ code }) => findings.has(code)) ? exitCode.findings : exitCode.failed
}

/** Runs with coordinates that were given as text; `catalog:` in front is as good. */
export async function withCoordinates(
  text: string,
  command: string,
  flags: CatalogFlags,
  act: (coordinates: Coordinates) => Promise<number>,
): Promise<number> {
  const coordinates = parseCoordinates(text.replace(/^catalog:/, ''))
  if (coordinates) return act(coordinates)
  const problem = `\`${text}\` is not NAMESPACE/NAME@VERSION`
  return refuse([diagnostic('TK6005', { problem, command: `catalog ${command}` })], flags)
}
