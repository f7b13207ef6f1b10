import type { CodeName, Diagnostic, ParamsFor, Severity } from '../diagnostic/index.js'
import { codes, diagnostic, hasErrors } from '../diagnostic/index.js'
import { compareText } from '../util/compare.js'
import type { Origin } from './model/index.js'
import type { Sources } from './source/document.js'

/** Where a problem stands; lines and columns are looked up for all of them at once, at the end. */
export interface ProblemPlace {
  readonly at: Origin
  readonly part?: 'key' | 'value'
  readonly help?: string | undefined
  readonly severity?: Severity | undefined
  readonly related?: readonly { readonly message: string; readonly at: Origin; readonly part?: 'key' | 'value' }[]
}

/** Collects the problems found while a contract is read. */
export interface Problems {
  report<Code extends CodeName>(code: Code, params: ParamsFor<Code>, place: ProblemPlace): void
  /** A problem whose span is known already: a syntax error, a file that is not there. */
  add(problem: Diagnostic): void
  /** Whether a problem that is no error is told at all; what only it takes need not be found out otherwise. */
  isTold(code: CodeName): boolean
  /** Whether a problem has been reported at this very place. */
  has(at: Origin): boolean
  /** Whether any of the problems is an error. */
  hasErrors(): boolean
  /** Remembers how far the collection is; the function it returns drops everything that was reported since. */
  checkpoint(): () => void
  /** All of them with their positions, sorted by file, line, column and code; the same problem at the same place once. */
  resolve(sources: Sources | undefined): readonly Diagnostic[]
}

interface Pending {
  readonly code: CodeName
  readonly params: Readonly<Record<string, string | number>>
  readonly place: ProblemPlace
}

/** `isTold`: which problems that are no errors anybody hears of; the place of any other is never looked up. */
export function createProblems(isTold: (code: string) => boolean = () => true): Problems {
  const pending: Pending[] = []
  const known: Diagnostic[] = []
  const severityOf = ({ code, place }: Pending): Severity => place.severity ?? codes[code].severity
  return {
    report(code, params, place) {
      pending.push({ code, params, place })
    },
    add(problem) {
      known.push(problem)
    },
    isTold,
    has({ document, pointer }) {
      return pending.some(({ place: { at } }) => at.pointer === pointer && at.document === document)
    },
    hasErrors() {
      return hasErrors(known) || pending.some((problem) => severityOf(problem) === 'error')
    },
    checkpoint() {
      const [reported, added] = [pending.length, known.length]
      return () => {
        pending.length = Math.min(pending.length, reported)
        known.length = Math.min(known.length, added)
      }
    },
    resolve(sources) {
      const told = pending.filter((problem) => severityOf(problem) === 'error' || isTold(problem.code))
      const places = told.flatMap(({ place }) => [place, ...(place.related ?? [])])
      const spans = sources ? sources.spans(places) : []
      let next = 0
      const found = told.map(({ code, params, place }) => {
        const span = spans[next++]
        const related = (place.related ?? []).flatMap(({ message }) => {
          const relatedSpan = spans[next++]
          return relatedSpan ? [{ message, span: relatedSpan }] : []
        })
        return diagnostic(code, params as never, { ...place, span, related })
      })
      const placed = known.filter(({ code, severity }) => severity === 'error' || isTold(code))
      return unique([...placed, ...found].sort(byPlace))
    },
  }
}

function byPlace(before: Diagnostic, after: Diagnostic): number {
  return (
    compareText(before.span?.file ?? '', after.span?.file ?? '') ||
    (before.span?.line ?? 0) - (after.span?.line ?? 0) ||
    (before.span?.column ?? 0) - (after.span?.column ?? 0) ||
    compareText(before.code, after.code) ||
    compareText(before.message, after.message)
  )
}

function unique(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1]
    return !before || byPlace(before, problem) !== 0
  })
}
