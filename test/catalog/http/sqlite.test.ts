import { sqlitePlace } from '../support/places.js'
import { describeCatalog } from './describe-catalog.js'

describeCatalog('SQLite', sqlitePlace)
