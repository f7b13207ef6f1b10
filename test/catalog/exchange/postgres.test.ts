import { describe } from 'vitest'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'
import { describeExchange } from './describe-exchange.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describeExchange('PostgreSQL', () => postgresPlace(url ?? ''))
})
