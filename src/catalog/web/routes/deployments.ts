import type { Hono } from 'hono'
import { parseCoordinates } from '../../../util/coordinates.js'
import type { ParticipantKind } from '../../model/index.js'
import { canIDeploy, isRefused, type ServiceContext } from '../../service/index.js'
import { DeploymentsPage, type DeploymentsView, type DeployQuestion } from '../pages/deployments.js'
import { textIn } from './query.js'
import { type Around, render, type Surroundings, siteOf } from './surroundings.js'

const consumersShown = 50

export function deploymentRoutes(app: Hono<Surroundings>, context: ServiceContext): void {
  app.get('/deployments', async (around) => {
    const caller = around.get('caller')
    const environment = textIn(around, 'environment')
    const question = questionIn(around)
    const reads = context.store.of(caller.organisation)
    const consumers = await Promise.all(
      (await reads.consumers({ limit: consumersShown })).map(async (consumer) => ({
        consumer,
        uses: await reads.usesBy(consumer),
      })),
    )
    const deployments = await reads.deployments({ environment })
    const answer = question && (await answerTo(around, question))
    const view = { deployments, consumers, environment, question, ...answer }
    return render(around, DeploymentsPage({ site: siteOf(around.get('viewer')), view }))
  })

  async function answerTo(
    around: Around,
    { environment, kind, subject }: DeployQuestion,
  ): Promise<Pick<DeploymentsView, 'verdict' | 'problem'>> {
    const coordinates = parseCoordinates(subject)
    if (!coordinates || !isKind(kind)) return { problem: 'That is no `namespace/name@version`.' }
    const participant = { kind, ...coordinates }
    const verdict = await canIDeploy(context, around.get('caller'), { environment, participant })
    if (!isRefused(verdict)) return { verdict }
    return { problem: verdict.reason === 'not-found' ? 'There is no such version.' : verdict.detail }
  }
}

function questionIn(around: Around): DeployQuestion | undefined {
  const [environment, kind, subject] = [textIn(around, 'to'), textIn(around, 'kind'), textIn(around, 'subject', 310)]
  return environment !== undefined && kind !== undefined && subject !== undefined
    ? { environment, kind, subject }
    : undefined
}

function isKind(text: string): text is ParticipantKind {
  return text === 'contract' || text === 'consumer'
}
