import type { ContractFlows, Coordinates } from '../model/index.js'
import type { ContractName } from './contracts.js'
import type { Reader, Writer } from './dialect.js'

/** Where the data of the newest published version of a contract goes. */
export interface FlowRecord extends Coordinates {
  readonly flows: ContractFlows
}

/** In the order of their names. */
export async function listFlows(
  reader: Reader,
  organisation: string,
  { namespace, limit }: { readonly namespace?: string | undefined; readonly limit: number },
): Promise<readonly FlowRecord[]> {
  let query = reader.selectFrom('contract_flow').where('organisation', '=', organisation)
  if (namespace !== undefined) query = query.where('namespace', '=', namespace)
  const rows = await query.orderBy('namespace').orderBy('name').limit(limit).selectAll().execute()
  return rows.map(({ namespace: of, name, version, flows }) => ({
    namespace: of,
    name,
    version,
    flows: JSON.parse(flows) as ContractFlows,
  }))
}

/** Takes the place of what was known of the version before. */
export async function setFlows(
  writer: Writer,
  organisation: string,
  { namespace, name, version }: Coordinates,
  flows: ContractFlows | undefined,
): Promise<void> {
  await removeFlows(writer, organisation, { namespace, name })
  if (!flows) return
  await writer
    .insertInto('contract_flow')
    .values({ organisation, namespace, name, version, flows: JSON.stringify(flows) })
    .execute()
}

async function removeFlows(writer: Writer, organisation: string, { namespace, name }: ContractName): Promise<void> {
  await writer
    .deleteFrom('contract_flow')
    .where('organisation', '=', organisation)
    .where('namespace', '=', namespace)
    .where('name', '=', name)
    .execute()
}
