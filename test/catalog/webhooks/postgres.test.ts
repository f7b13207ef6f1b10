import { describe } from 'vitest'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'
import { describeWebhooks } from './describe-webhooks.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describeWebhooks('PostgreSQL', () => postgresPlace(url ?? ''))
})
