import { openBundle, uniteDocuments } from '../bundle/index.js'
import { compareBundles, judgeDeployment } from '../deploy/index.js'
import { runGate } from '../gate/index.js'
import { describeContract } from '../index-entries/index.js'
import { type Coordinates, type Defect, formatCoordinates } from '../model/index.js'
import type { AnswerTo, CompareJob, DeployJob, DescribeJob, GateJob, JudgeAnswers, JudgeJob, UniteJob } from './job.js'

const performers: { readonly [Kind in JudgeJob['kind']]: (job: never) => Promise<JudgeAnswers[Kind]> } = {
  gate: async ({ input }: GateJob) => {
    const { report, ...outcome } = await runGate(input)
    // As it is kept and sent: without members that are undefined.
    return { ...outcome, report: JSON.parse(JSON.stringify(report)) as typeof report }
  },
  describe: async ({ coordinates, bundle }: DescribeJob) => {
    const { contract, spans } = await openBundle(coordinates, bundle)
    return contract && describeContract(contract, { spans })
  },
  unite: async ({ coordinates, bundle }: UniteJob) => {
    const { contract, documents } = await openBundle(coordinates, bundle)
    return contract && { text: uniteDocuments(documents) }
  },
  deploy: async ({ subject, environment, bundles, today }: DeployJob) => {
    const known = new Map(bundles.map((each) => [formatCoordinates(each.coordinates), each]))
    const find = (coordinates: Coordinates) => known.get(formatCoordinates(coordinates))
    const defects: Defect[] = []
    const options = { today, notice: (defect: Defect) => void defects.push(defect) }
    const verdict = await judgeDeployment(subject, environment, async (before, after) => {
      const [older, newer] = [find(before), find(after)]
      return older && newer ? compareBundles(older, newer, options) : undefined
    })
    return { verdict, defects }
  },
  compare: async ({ before, after, today }: CompareJob) => {
    const defects: Defect[] = []
    const compared = await compareBundles(before, after, { today, notice: (defect) => void defects.push(defect) })
    return { ...(compared && { report: compared.report }), defects }
  },
}

/** Does a job in this thread. */
export function perform<Job extends JudgeJob>(job: Job): Promise<AnswerTo<Job>> {
  return performers[job.kind](job as never) as Promise<AnswerTo<Job>>
}
