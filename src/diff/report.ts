import type { SourceSpan } from '../diagnostic/index.js'
import type { JsonValue } from '../util/own.js'

export const levels = ['breaking', 'warning', 'info'] as const
export type Level = (typeof levels)[number]

export type Category = 'structural' | 'governance' | 'security'

/** Which way the payload goes, from the point of view of the API that the contract describes. */
export type Direction = 'request' | 'response' | 'consumed' | 'published'

/** One change with its verdict. Everything in it is safe to print but for the escaper of the place. */
export interface Finding {
  /** `TK3012`. */
  readonly code: string
  /** With the direction in front where the rule has one: `request-property-became-required`. */
  readonly rule: string
  readonly level: Level
  readonly category: Category
  readonly direction?: Direction
  readonly operation?: FindingOperation
  /** Other operations that the same change reaches, in the order of the contract. */
  readonly alsoReaches?: readonly FindingOperation[]
  /** Where the change is in the structure of the contract, by identities instead of positions: `POST /orders/request/application~1json/properties/sku`. */
  readonly pointer: string
  /** One sentence, present or past tense, names quoted with backticks. */
  readonly message: string
  readonly help?: string
  readonly before?: SourceSpan
  readonly after?: SourceSpan
  readonly witness?: Witness
  /** Stable over edits elsewhere: SHA-256 over code, pointer and arguments, 16 hexadecimal digits. */
  readonly fingerprint: string
  /** The approval that lets it pass; the level stays what it was. */
  readonly approval?: AppliedApproval
}

export type FindingOperation =
  | { readonly id: string; readonly method: string; readonly path: string }
  | { readonly id: string; readonly action: 'send' | 'receive'; readonly channel: string }

/** What worked before and fails now, or why nothing can be shown. */
export type Witness =
  /** A payload; `request` is the line that carries it, where it travels as text. */
  | { readonly value: JsonValue; readonly reason: string; readonly request?: string }
  /**
   * A whole request, response or message as text, where the change is not one of a schema. `now`: what is answered to it
   * now, or is sent in its place.
   */
  | { readonly raw: string; readonly reason: string; readonly outcome?: Outcome; readonly now?: string }
  | { readonly unknown: string }

/**
 * What becomes now of what is shown. Default: `refused`.
 *
 * - `let-through`: it was refused before.
 * - `misread`: it is understood in another way than it was meant.
 * - `repeated`: sent twice, it acts twice.
 * - `masked`: something in it is hidden that was shown; `unmasked`: the other way round.
 * - `exposed`: it can be read on its way.
 * - `gone`: it does not come any more.
 * - `unanswered`: an answer is waited for, and does not come.
 */
export const outcomes = [
  ...([
    'refused',
    'let-through',
    'misread',
    'repeated',
    'masked',
    'unmasked',
    'exposed',
    'gone',
    'unanswered',
  ] as const),
] as const
export type Outcome = (typeof outcomes)[number]

export interface AppliedApproval {
  readonly reason: string
  readonly owner: string
  readonly expires?: string
  readonly ticket?: string
}

export type Verdict = 'breaking' | 'compatible' | 'unchanged'
export type Bump = 'major' | 'minor' | 'patch' | 'none'

export interface ReportSide {
  /** As shown to the user: a path, `git:REF:path`, `<stdin>`. */
  readonly source: string
  readonly title: string
  readonly version: string
  /** SHA-256 over all documents of the contract. */
  readonly digest: string
}

export interface SemverJudgement {
  /** What the changes ask for. */
  readonly required: Bump
  /** What `info.version` says; `none` when it is the same; undefined when one of the two is no version. */
  readonly declared?: Bump
  readonly ok: boolean
}

/** What changed between two versions of one contract. */
export interface DiffReport {
  readonly schemaVersion: 1
  readonly base: ReportSide
  readonly head: ReportSide
  readonly verdict: Verdict
  readonly semver: SemverJudgement
  /** Findings by level; approved ones are not counted among them but by themselves. */
  readonly summary: {
    readonly breaking: number
    readonly warning: number
    readonly info: number
    readonly approved: number
    /** Changes that have no effect on the wire, proved: inlined references, split compositions, another order. */
    readonly refactorings: number
    /** Changed schemas for which containment was neither proved nor refuted. */
    readonly unknown: number
  }
  /** By level, then in the order of the contract. */
  readonly findings: readonly Finding[]
}
