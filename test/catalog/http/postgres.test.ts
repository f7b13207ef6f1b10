import { describe } from 'vitest'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'
import { describeCatalog } from './describe-catalog.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describeCatalog('PostgreSQL', () => postgresPlace(url ?? ''))
})
