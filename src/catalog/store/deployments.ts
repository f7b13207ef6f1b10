import type { ParticipantKind } from '../model/index.js'
import type { Reader, Writer } from './dialect.js'
import { nextOrdinal } from './next-ordinal.js'
import type { DeploymentRecord, Participant } from './records.js'

export interface DeploymentQuery {
  readonly environment?: string | undefined
  readonly kind?: ParticipantKind | undefined
  readonly namespace?: string | undefined
  readonly name?: string | undefined
}

/** What is deployed now: of each participant in each environment, the last that was recorded. */
export async function listDeployments(
  reader: Reader,
  organisation: string,
  query: DeploymentQuery,
): Promise<readonly DeploymentRecord[]> {
  let rows = reader
    .selectFrom('deployment')
    .where('organisation', '=', organisation)
    .where((builder) =>
      builder.not(
        builder.exists(
          builder
            .selectFrom('deployment as later')
            .whereRef('later.organisation', '=', 'deployment.organisation')
            .whereRef('later.environment', '=', 'deployment.environment')
            .whereRef('later.kind', '=', 'deployment.kind')
            .whereRef('later.namespace', '=', 'deployment.namespace')
            .whereRef('later.name', '=', 'deployment.name')
            .whereRef('later.ordinal', '>', 'deployment.ordinal')
            .select('later.ordinal'),
        ),
      ),
    )
    .orderBy('environment')
    .orderBy('kind')
    .orderBy('namespace')
    .orderBy('name')
    .selectAll()
  for (const column of ['environment', 'kind', 'namespace', 'name'] as const) {
    const value = query[column]
    if (value !== undefined) rows = rows.where(column, '=', value)
  }
  return (await rows.execute()).map(({ environment, kind, namespace, name, version, at, by }) => ({
    environment,
    participant: { kind: kind as ParticipantKind, namespace, name, version },
    at,
    by,
  }))
}

/** The caller holds the organisation's lock. */
export async function addDeployment(
  writer: Writer,
  organisation: string,
  { environment, participant, at, by }: DeploymentRecord,
): Promise<void> {
  const { kind, namespace, name, version } = participant satisfies Participant
  const place = { organisation, environment, kind, namespace, name }
  const ordinal = await nextOrdinal(writer, 'deployment', place)
  await writer
    .insertInto('deployment')
    .values({ ...place, ordinal, version, at, by })
    .execute()
}
