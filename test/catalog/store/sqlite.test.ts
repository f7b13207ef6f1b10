import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../../support/temp-folder.js'
import { describeStore } from './describe-store.js'

describeStore('SQLite', async () => {
  const folder = tempFolder()
  return {
    place: join(folder, 'catalog.db'),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
})
