import { sqlitePlace } from '../support/places.js'
import { describePeople } from './describe-people.js'

describePeople('SQLite', sqlitePlace)
