import { sqlitePlace } from '../support/places.js'
import { describeOutbox } from './describe-outbox.js'
import { describeStore } from './describe-store.js'

describeStore('SQLite', sqlitePlace)
describeOutbox('SQLite', sqlitePlace)
