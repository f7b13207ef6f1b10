import type { Annotated, Governance, Lifecycle } from '../../contract/model/index.js'
import type { Judgement, RuleContext } from '../rule.js'

/** Anything that may have said that its days are numbered. */
export interface Removable {
  readonly deprecated?: boolean
  /** Said of the thing itself: a parameter, a property, a media type. */
  readonly lifecycle?: Annotated<Lifecycle>
  /** What holds for an operation or a message. */
  readonly governance?: Governance
}

/**
 * How bad it is that something has gone. What was announced with a day is let go from that day on, and so is what never
 * was more than a draft or an experiment; everything else breaks those who use it. `removed`: the thing as it was, then
 * what it was part of; the nearest that speaks of its lifecycle is heard.
 */
export function removalLevel(
  removed: readonly (Removable | undefined)[],
  { today, grace }: Pick<RuleContext, 'today' | 'grace'>,
): Pick<Judgement, 'level' | 'help'> {
  const { state, sunset } = lifecycleOf(removed) ?? {}
  if (state === 'draft' || state === 'experimental') return { level: 'info', help: `It was ${stages[state]}.` }
  if (state === 'retired') return { level: 'info', help: 'It was retired already.' }
  // Days of the calendar in ISO 8601 sort as texts.
  if (sunset !== undefined && sunset <= today) return { level: 'info', help: `Its sunset was on ${sunset}.` }
  if (sunset !== undefined)
    return { level: 'breaking', help: `It was announced to stay until ${sunset}: keep it until then.` }
  if (state !== 'deprecated') return { level: 'breaking' }
  // Where a notice of some days is asked for, a deprecation that names no day gives none.
  return {
    level: grace > 0 ? 'breaking' : 'warning',
    help: 'It was deprecated, but no day was named: announce a `sunset` first.',
  }
}

const stages = { draft: 'a draft', experimental: 'an experiment' } as const

/** The lifecycle that holds, with `deprecated: true` read as one. */
export function lifecycleOf(nodes: readonly (Removable | undefined)[]): Lifecycle | undefined {
  for (const node of nodes) {
    const said = (node?.lifecycle ?? node?.governance?.lifecycle)?.value
    if (said) return node?.deprecated && said.state === 'active' ? { ...said, state: 'deprecated' } : said
    if (node?.deprecated) return { state: 'deprecated' }
  }
  return undefined
}
