import { compareText } from '../../../util/compare.js'
import type { Facts } from '../../model/index.js'
import type { ContractFacts, MonthlyCount, PublishedFacts } from '../../store/index.js'

const none: Facts = { operations: 0, scoped: 0, fields: 0, classified: 0 }

/** What contracts of one namespace, or one owner, say of themselves. */
export interface TeamCoverage {
  /** Undefined: contracts that name nobody. */
  readonly team: string | undefined
  readonly contracts: number
  readonly facts: Facts
}

export function totalOf(all: readonly { readonly facts: Facts }[]): Facts {
  return all.reduce<Facts>(
    (sum, { facts }) => ({
      operations: sum.operations + facts.operations,
      scoped: sum.scoped + facts.scoped,
      fields: sum.fields + facts.fields,
      classified: sum.classified + facts.classified,
    }),
    none,
  )
}

/** Those with the most left to do come first. */
export function coverageBy(
  contracts: readonly ContractFacts[],
  teamOf: (contract: ContractFacts) => string | undefined,
): readonly TeamCoverage[] {
  const groups = new Map<string | undefined, ContractFacts[]>()
  for (const contract of contracts) {
    const team = teamOf(contract)
    const group = groups.get(team)
    if (group) group.push(contract)
    else groups.set(team, [contract])
  }
  return [...groups]
    .map(([team, group]) => ({ team, contracts: group.length, facts: totalOf(group) }))
    .sort((one, other) => missing(other) - missing(one) || compareText(one.team ?? '', other.team ?? ''))
}

function missing({ facts: { operations, scoped, fields, classified } }: TeamCoverage): number {
  return operations - scoped + fields - classified
}

/** What happened in a month, and what the contracts were made of that were published in it. */
export interface Month {
  /** `2026-11` */
  readonly month: string
  readonly published: number
  readonly waited: number
  readonly refused: number
  /** Of each contract its last version of the month; absent where none is remembered. */
  readonly facts?: Facts
}

/** The newest month first. @param recent the newest versions first. */
export function monthsOf(counts: readonly MonthlyCount[], recent: readonly PublishedFacts[]): readonly Month[] {
  const last = new Map<string, Map<string, PublishedFacts>>()
  for (const version of recent) {
    const month = version.publishedAt.slice(0, 7)
    const contracts = last.get(month) ?? new Map<string, PublishedFacts>()
    last.set(month, contracts)
    const name = `${version.namespace}/${version.name}`
    if (!contracts.has(name)) contracts.set(name, version)
  }
  const of = (month: string, ...actions: readonly string[]) =>
    counts.reduce((sum, each) => (each.month === month && actions.includes(each.action) ? sum + each.count : sum), 0)
  return [...new Set(counts.map(({ month }) => month))]
    .sort(compareText)
    .reverse()
    .map((month) => {
      const contracts = last.get(month)
      return {
        month,
        published: of(month, 'version-published', 'version-approved'),
        waited: of(month, 'version-waits'),
        refused: of(month, 'version-refused', 'version-rejected'),
        ...(contracts && { facts: totalOf([...contracts.values()]) }),
      }
    })
}
