import type { Finding } from '../../../src/diff/index.js'
import { diffTexts } from '../support/diff-texts.js'

export async function breaking(before: string, after: string): Promise<readonly Finding[]> {
  const { findings } = await diffTexts(before, after, { today: '2026-01-01' })
  return findings.filter(({ level }) => level === 'breaking')
}

/** What a finding shows: the exchange, `=>` the reason and what becomes of it, `now` what comes of it. */
export function shown({ witness }: Finding): string {
  if (!witness) return 'nothing'
  if (!('raw' in witness)) return 'unknown' in witness ? witness.unknown : JSON.stringify(witness.value)
  const { raw, reason, outcome, now } = witness
  return [raw, `=> ${reason}${outcome ? ` [${outcome}]` : ''}`, ...(now === undefined ? [] : [`now ${now}`])].join('\n')
}

/** The same of the findings of one rule. */
export async function shownBy(rule: string, before: string, after: string): Promise<readonly string[]> {
  const found = await breaking(before, after)
  return found.filter((finding) => finding.rule === rule || finding.rule.endsWith(`-${rule}`)).map(shown)
}
