import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { parseJson } from './json/parse-json.js'
import { skipSpace } from './json/scan-bytes.js'
import type { Limits } from './limits.js'
import type { ParseContext, Parsed } from './parse-context.js'
import type { TextFile } from './text-file.js'
import { parseYaml } from './yaml/parse-yaml.js'

export interface ParseOutcome {
  /** Absent when the text is broken; then there is an error among the problems. */
  readonly parsed?: Parsed
  readonly problems: readonly Diagnostic[]
}

/**
 * Turns text into plain data. A name that ends in `.json` is JSON; anything else that starts like JSON is tried as such
 * first, because JSON.parse is an order of magnitude faster than a YAML parser.
 */
export function parseText(source: TextFile, limits: Limits, nodesLeft: number): ParseOutcome {
  const isOpened = startsLikeJson(source.bytes)
  if (!isOpened && source.text.trim() === '') return { problems: [empty(source)] }
  const isJson = /\.json$/i.test(source.file)
  if (isJson || isOpened) {
    const json = attempt(source, limits, nodesLeft, parseJson)
    const isBroken = json.problems.some(({ code }) => code === 'TK1006')
    if (isJson || !isBroken) return json
    const yaml = attempt(source, limits, nodesLeft, parseYaml)
    return yaml.parsed || /\.ya?ml$/i.test(source.file) ? yaml : json
  }
  return attempt(source, limits, nodesLeft, parseYaml)
}

function startsLikeJson(bytes: Uint8Array): boolean {
  const first = bytes[skipSpace(bytes, 0)]
  return first === 0x7b || first === 0x5b
}

function attempt(
  source: TextFile,
  limits: Limits,
  nodesLeft: number,
  parse: (context: ParseContext) => Parsed | undefined,
): ParseOutcome {
  const problems: Diagnostic[] = []
  const context: ParseContext = {
    source,
    limits,
    nodesLeft,
    report(code, params, place) {
      problems.push(diagnostic(code, params, place))
    },
    beyond(limit, at) {
      const span = source.span(at, at + 1)
      if (limit === 'depth') problems.push(diagnostic('TK1015', { limit: limits.depth }, { span }))
      else problems.push(diagnostic('TK1016', { limit: limits.nodes }, { span }))
    },
  }
  const parsed = parse(context)
  if (!parsed) return { problems }
  if (typeof parsed.value !== 'object' || parsed.value === null) {
    const kind = parsed.value === null ? 'nothing but `null`' : `a single ${typeof parsed.value}`
    return { problems: [...problems, diagnostic('TK1009', { kind }, { span: source.span(0, 0, '') })] }
  }
  return { parsed, problems }
}

function empty(source: TextFile): Diagnostic {
  return diagnostic('TK1004', { file: source.file }, { span: source.span(0, 0) })
}
