import { describe } from 'vitest'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'
import { describePeople } from './describe-people.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describePeople('PostgreSQL', () => postgresPlace(url ?? ''))
})
