import type { Contract } from '../model/index.js'
import type { Problems } from '../problem.js'

/** Servers say where they stand; what must stay in some regions is compared with that. */
export function checkResidency(contract: Contract, problems: Problems): void {
  for (const operation of contract.operations) {
    const residency = operation.governance.residency?.value
    if (residency?.mode !== 'strict') continue
    const allowed = [...residency.regions, ...(residency.transfer?.to ?? [])]
    const servers = (operation.kind === 'http' ? operation.servers : undefined) ?? contract.servers
    for (const server of servers) {
      const stands = server.governance.residency
      for (const region of stands?.value.regions ?? []) {
        if (stands === undefined || allowed.includes(region)) continue
        problems.report('TK1320', { region, regions: allowed.join(', ') }, { at: stands.at })
      }
    }
  }
}
