import { describe } from 'vitest'
import { testDatabase } from '../../support/postgres.js'
import { serverAddress } from '../../support/servers.js'
import { describeStore } from './describe-store.js'

const url = await serverAddress('postgres')

describe.skipIf(url === undefined)('with a real server', () => {
  describeStore('PostgreSQL', async () => {
    const { schema, close } = await testDatabase(url ?? '', 1)
    const place = new URL(url ?? '')
    place.searchParams.set('options', `-c search_path=${schema}`)
    return { place: place.href, remove: close }
  })
})
