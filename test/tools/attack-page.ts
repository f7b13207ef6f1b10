import { unsayable } from '../runtime/support/transport.js'
import { attackGroups } from './attack-list.js'
import { pending } from './attack-pending.js'
import { adapters, type collect } from './attack-report.js'

/** Why a case that no adapter is asked is not: by the part of the runtime that its tests reach. */
const below: Readonly<Record<string, string>> = {
  'runtime/client': 'what clients send: no server takes part',
  'runtime/auth': 'credentials, before any request',
  'runtime/masking': 'values, before they are written',
  'runtime/keys': 'ciphertexts, wherever they are kept',
  'runtime/idempotency': 'stores',
  'runtime/grant': 'work outside of a call: no request takes part',
  'runtime/resilience': 'what is counted, below every adapter',
  'runtime/codec': 'values',
  'runtime/error': 'errors as values',
  'runtime/audit': 'the audit’s own text',
  'runtime/wire': 'texts, before and after transport',
  'contract/annotation': 'when code is generated',
  generate: 'generated code',
  'generate/codec': 'generated code',
}

/** `docs/attack-cases.md`, from what the tests said. */
export function attackPage(seen: ReturnType<typeof collect>): string {
  const lines: string[] = []
  for (const { title, cases } of attackGroups) {
    lines.push('', `## ${title}`, '', `| case | what must hold | ${adapters.join(' | ')} | elsewhere |`)
    lines.push(`| --- | --- |${' :-: |'.repeat(adapters.length)} --- |`)
    for (const [number, text] of Object.entries(cases)) lines.push(row(number, text, seen))
  }
  lines.push(...catalogTable(seen))
  const limits = Object.entries(unsayable).map(
    ([what, { over, because }]) => `- ${what}: not over ${over.join(', ')}; ${because}.`,
  )
  return `${[
    '# Attack cases',
    '',
    'What generated servers and clients withstand, as the tests report it; `npm run attacks` runs them and writes this page.',
    'Each number stands in the names of its tests. ✔: the case passes over this adapter, from bytes on a socket (over fetch,',
    'from a `Request`) to the answer. –: it does not pass through an adapter; where it is tested stands on the right.',
    '',
    'Parts of cases that a transport cannot say, so that nobody can do them to it:',
    '',
    ...limits,
    ...lines,
  ].join('\n')}\n`
}

function row(number: string, text: string, seen: ReturnType<typeof collect>): string {
  const found = seen.get(number)
  const reason = pending[number]
  const cells = adapters.map((adapter) => mark(found?.on.get(adapter)))
  const elsewhere = placesOf(found, (folder) => !isOfCatalog(folder))
  const places = elsewhere.map(
    ([folder, holds]) => `${holds ? '' : '✖ '}\`${folder}\`${note(folder, found?.on.size === 0)}`,
  )
  const isTested = places.length > 0 || (found?.on.size ?? 0) > 0
  const last = isTested ? places.join(', ') : `not yet: ${reason ?? '?'}`
  return `| ${[number, escaped(text), ...cells, last].join(' | ')} |`
}

/** What the catalog itself withstands: a server that is generated, and more that is not. */
function catalogTable(seen: ReturnType<typeof collect>): readonly string[] {
  const rows = attackGroups.flatMap(({ cases }) =>
    Object.entries(cases).flatMap(([number, text]) => {
      const places = placesOf(seen.get(number), isOfCatalog)
      const shown = places.map(([folder, holds]) => `${holds ? '' : '✖ '}\`${folder}\``).join(', ')
      return places.length === 0 ? [] : [`| ${number} | ${escaped(text)} | ${shown} |`]
    }),
  )
  return ['', '## The catalog', '', '| case | what must hold | tests |', '| --- | --- | --- |', ...rows]
}

type Found = ReturnType<ReturnType<typeof collect>['get']>

/** Folders of `test/` and whether the case holds there, in their order. */
function placesOf(found: Found, isMeant: (folder: string) => boolean): readonly (readonly [string, boolean])[] {
  return [...(found?.elsewhere ?? [])].filter(([folder]) => isMeant(folder)).sort(([a], [b]) => (a < b ? -1 : 1))
}

function isOfCatalog(folder: string): boolean {
  return folder.startsWith('catalog/')
}

function note(folder: string, isAlone: boolean): string {
  const why = below[folder]
  return isAlone && why !== undefined ? ` (${why})` : ''
}

function mark(holds: boolean | undefined): string {
  return holds === undefined ? '–' : holds ? '✔' : '✖'
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*').replaceAll('__', '\\_\\_')
}
