import { afterEach, describe } from 'vitest'
import { closeLines, overTransport, type Transport } from '../../support/transport.js'

/** All that is asked of the core, asked again through an adapter: the same tests, none of them copied. */
export function describeAttackCases(transport: Transport): void {
  describe(`over ${transport.name}`, async () => {
    overTransport(transport)
    afterEach(closeLines)
    await import('../../server/identity.test.js')
    await import('../../server/requests.test.js')
    await import('../../server/leakage.test.js')
    await import('../../server/idempotency.test.js')
    await import('../../server/certificate.test.js')
    await import('../../server/tickets.test.js')
    await import('../../context/context.test.js')
  })
}
