import { describe } from 'vitest'
import { serverAddress } from '../../support/servers.js'
import { postgresPlace } from '../support/places.js'
import { describeOutbox } from './describe-outbox.js'
import { describeStore } from './describe-store.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describeStore('PostgreSQL', () => postgresPlace(url ?? ''))
  describeOutbox('PostgreSQL', () => postgresPlace(url ?? ''))
})
