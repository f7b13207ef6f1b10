import { sql } from 'kysely'
import type { ContractUse, Coordinates, OperationUse } from '../model/index.js'
import type { ContractName } from './contracts.js'
import { listDeployments } from './deployments.js'
import type { Reader, Writer } from './dialect.js'
import { nextOrdinal } from './next-ordinal.js'
import type { RegisteredUse } from './records.js'

/**
 * Who uses a contract: of each consumer the versions that are deployed somewhere, and the newest where none is.
 */
export async function listUses(
  reader: Reader,
  organisation: string,
  { namespace, name }: ContractName,
): Promise<readonly RegisteredUse[]> {
  const rows = await reader
    .selectFrom('consumer_use')
    .innerJoin('consumer', (join) =>
      join
        .onRef('consumer.organisation', '=', 'consumer_use.organisation')
        .onRef('consumer.namespace', '=', 'consumer_use.consumer_namespace')
        .onRef('consumer.name', '=', 'consumer_use.consumer_name')
        .onRef('consumer.version', '=', 'consumer_use.consumer_version'),
    )
    .where('consumer_use.organisation', '=', organisation)
    .where('consumer_use.namespace', '=', namespace)
    .where('consumer_use.name', '=', name)
    .orderBy('consumer.namespace')
    .orderBy('consumer.name')
    .orderBy('consumer.ordinal')
    .select([
      'consumer.namespace as consumer_namespace',
      'consumer.name as consumer_name',
      'consumer.version as consumer_version',
      'consumer.ordinal',
      'consumer_use.version',
      'consumer_use.operations',
    ])
    .execute()
  const deployed = await deployedVersions(reader, organisation)
  const newest = new Map(rows.map((row) => [keyOf(row), row.ordinal]))
  return rows
    .filter((row) => {
      const versions = deployed.get(keyOf(row))
      return versions ? versions.has(row.consumer_version) : newest.get(keyOf(row)) === row.ordinal
    })
    .map((row) => ({
      namespace: row.consumer_namespace,
      name: row.consumer_name,
      version: row.consumer_version,
      contractVersion: row.version,
      operations: JSON.parse(row.operations) as readonly OperationUse[],
    }))
}

async function deployedVersions(
  reader: Reader,
  organisation: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  for (const { participant } of await listDeployments(reader, organisation, { kind: 'consumer' })) {
    const key = keyOf({ consumer_namespace: participant.namespace, consumer_name: participant.name })
    found.set(key, (found.get(key) ?? new Set()).add(participant.version))
  }
  return found
}

function keyOf(row: { readonly consumer_namespace: string; readonly consumer_name: string }): string {
  return `${row.consumer_namespace}/${row.consumer_name}`
}

export interface ConsumerRecord extends Coordinates {
  /** Of what it uses. */
  readonly digest: string
}

/** The newest version of each consumer, in the order of their names. */
export async function listConsumers(
  reader: Reader,
  organisation: string,
  { after, limit }: { readonly after?: ContractName | undefined; readonly limit: number },
): Promise<readonly ConsumerRecord[]> {
  let query = reader
    .selectFrom('consumer')
    .where('organisation', '=', organisation)
    .where((builder) =>
      builder.not(
        builder.exists(
          builder
            .selectFrom('consumer as later')
            .whereRef('later.organisation', '=', 'consumer.organisation')
            .whereRef('later.namespace', '=', 'consumer.namespace')
            .whereRef('later.name', '=', 'consumer.name')
            .whereRef('later.ordinal', '>', 'consumer.ordinal')
            .select('later.ordinal'),
        ),
      ),
    )
  if (after) query = query.where(sql<boolean>`(namespace, name) > (${after.namespace}, ${after.name})`)
  return query
    .orderBy('namespace')
    .orderBy('name')
    .limit(limit)
    .select(['namespace', 'name', 'version', 'digest'])
    .execute()
}

export async function findConsumer(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
): Promise<ConsumerRecord | undefined> {
  const row = await reader
    .selectFrom('consumer')
    .where('organisation', '=', organisation)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .where('version', '=', version)
    .select('digest')
    .executeTakeFirst()
  return row && { namespace, name, version, digest: row.digest }
}

/** What a version of a consumer uses. */
export async function findUses(
  reader: Reader,
  organisation: string,
  { namespace, name, version }: Coordinates,
): Promise<readonly ContractUse[]> {
  const rows = await reader
    .selectFrom('consumer_use')
    .where('organisation', '=', organisation)
    .where('consumer_namespace', '=', namespace)
    .where('consumer_name', '=', name)
    .where('consumer_version', '=', version)
    .orderBy('namespace')
    .orderBy('name')
    .select(['namespace', 'name', 'version', 'operations'])
    .execute()
  return rows.map(({ operations, ...use }) => ({
    ...use,
    operations: JSON.parse(operations) as readonly OperationUse[],
  }))
}

/** The caller holds the organisation's lock. */
export async function addConsumer(
  writer: Writer,
  organisation: string,
  { namespace, name, version, digest }: ConsumerRecord,
  uses: readonly ContractUse[],
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const ordinal = await nextOrdinal(writer, 'consumer', { organisation, namespace, name })
  await writer
    .insertInto('consumer')
    .values({ organisation, namespace, name, version, ordinal, digest, by, at })
    .execute()
  const place = { organisation, consumer_namespace: namespace, consumer_name: name, consumer_version: version }
  for (const use of uses) {
    await writer
      .insertInto('consumer_use')
      .values({
        ...place,
        namespace: use.namespace,
        name: use.name,
        version: use.version,
        operations: JSON.stringify(use.operations),
      })
      .execute()
  }
}
