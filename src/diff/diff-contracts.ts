import type { Loaded } from '../contract/index.js'
import type { Contract } from '../contract/model/index.js'
import type { View } from './containment/types.js'
import { documentationDiffers } from './documentation.js'
import type { Edit } from './edit/edit.js'
import { createExchanges } from './exchange/create-exchanges.js'
import { createFindings } from './finding/create-findings.js'
import { digestOf } from './finding/digest.js'
import type { Levels } from './finding/levels.js'
import { walkContract } from './pair/walk-contract.js'
import type { DiffReport, Finding, Level, ReportSide, Verdict } from './report.js'
import { diffRules } from './rules/index.js'
import { createSchemaComparer } from './schema/compare-schemas.js'
import { judgeSemver, requiredBump } from './semver.js'

export interface DiffOptions {
  /** Calendar day that lifecycle rules count from, ISO 8601. */
  readonly today: string
  /** How producers are read. Default: `exchange`. */
  readonly view?: View
  /** Levels by code or rule, in place of what the rules say. Default: none. */
  readonly levels?: Levels
  /** Days between the announcement of a sunset and the day itself. Default: 0. */
  readonly grace?: number
  /** How the two sides are shown. */
  readonly sources: { readonly base: string; readonly head: string }
}

/** A contract that could be read, with the means to find lines in its text. */
export type LoadedContract = Loaded & { readonly contract: Contract }

/** Compares two versions of a contract. */
export function diffContracts(base: LoadedContract, head: LoadedContract, options: DiffOptions): DiffReport {
  const { today, view = 'exchange', grace = 0, levels = new Map<string, Level | 'off'>(), sources } = options
  const edits: Edit[] = []
  const comparison = { base: base.contract, head: head.contract, emit: (edit: Edit) => void edits.push(edit) }
  const schemas = createSchemaComparer(comparison, { view })
  walkContract({ ...comparison, schemas })
  const tally = schemas.finish()
  const context = { base: base.contract, head: head.contract, today, grace }
  const exchanges = createExchanges({ ...comparison, view })
  const spans = { base: base.spans, head: head.spans }
  const findings = createFindings(edits, diffRules, context, { levels, ...spans, exchanges })
  return reportOf({
    base: sideOf(base, sources.base),
    head: sideOf(head, sources.head),
    findings,
    tally,
    compared: { base: base.contract, head: head.contract },
  })
}

export interface Compared {
  readonly base: ReportSide
  readonly head: ReportSide
  readonly findings: readonly Finding[]
  readonly tally: Pick<DiffReport['summary'], 'refactorings' | 'unknown'>
  /** Where words for people are looked for. */
  readonly compared: { readonly base: object; readonly head: object }
}

/** The report on findings, with everything that is counted and concluded from them. */
export function reportOf({ base, head, findings, tally, compared }: Compared): DiffReport {
  const documentation = {
    isAbout: ({ code }: Finding) => aboutWords.has(code),
    differs: () => documentationDiffers(compared.base, compared.head),
  }
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length
  return {
    schemaVersion: 1,
    base,
    head,
    verdict: verdictOf(findings),
    semver: judgeSemver(base.version, head.version, requiredBump(findings, documentation)),
    summary: { breaking: count('breaking'), warning: count('warning'), info: count('info'), approved: 0, ...tally },
    findings,
  }
}

const aboutWords = new Set<string>(diffRules.flatMap(({ code, documentation }) => (documentation ? code : [])))

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return 'unchanged'
  return findings.some(({ level }) => level === 'breaking') ? 'breaking' : 'compatible'
}

function sideOf({ contract, documents }: LoadedContract, source: string): ReportSide {
  return { source, title: contract.title, version: contract.version, digest: digestOf(documents) }
}
