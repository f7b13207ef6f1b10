import { digestOf } from '../bundle/index.js'
import type { GateOutcome } from '../gate/index.js'
import type { Bundle, Coordinates, GateReport } from '../model/index.js'
import { formatCoordinates } from '../model/index.js'
import type { OrganisationReads } from '../store/index.js'
import type { Standing } from './baselines.js'
import type { Caller, ServiceContext } from './context.js'
import { type Refused, refused } from './refused.js'

export interface Candidate {
  readonly coordinates: Coordinates
  readonly bundle: Bundle
  readonly digest: string
}

/** Runs the gate, apart from the server. What defeats it is refused, and those who run the catalog hear of it. */
export async function judgeVersion(
  { judge, now, onDefect }: ServiceContext,
  { organisation }: Caller,
  reads: OrganisationReads,
  { coordinates, bundle, digest }: Candidate,
  standing: Standing,
): Promise<Pick<GateOutcome, 'report' | 'described'> | Refused> {
  const { namespace, name } = coordinates
  const baselines = await Promise.all(
    standing.baselines.map(async ({ version, because, digest: published }) => {
      const found = await reads.bundle({ namespace, name, version })
      // What is not as it was published cannot be read, and what cannot be compared is refused.
      const isIntact = found && digestOf(found) === published
      return { version, because, bundle: isIntact ? found : { documents: [], overlays: [] } }
    }),
  )
  const today = now().toISOString().slice(0, 10)
  const input = { coordinates, bundle, rules: standing.rules, baselines, uses: standing.uses, today }
  const judged = await judge.run(organisation, { kind: 'gate', input })
  const about = { organisation, subject: formatCoordinates(coordinates) }
  switch (judged.kind) {
    case 'busy':
      return refused('busy', 'Too many versions of this organisation wait to be judged.')
    case 'defeated':
      onDefect({ ...judged.defect, step: `${judged.defect.step} ${digest}` }, about)
      return { report: defeat }
    case 'answer':
      for (const defect of judged.answer.defects) onDefect(defect, about)
      return judged.answer
  }
}

const message = 'The contract is more than the gate can look at: it takes too long, or too much memory.'

const defeat: GateReport = {
  verdict: 'refused',
  checks: [
    { name: 'load', outcome: 'refused', message },
    ...(['identity', 'coverage', 'compatibility', 'semver', 'consumers'] as const).map((name) => ({
      name,
      outcome: 'skipped' as const,
      message: 'Nothing is known of the contract.',
    })),
  ],
  comparisons: [],
}
