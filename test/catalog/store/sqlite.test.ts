import { sqlitePlace } from '../support/places.js'
import { describeStore } from './describe-store.js'

describeStore('SQLite', sqlitePlace)
