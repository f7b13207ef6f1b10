import { sqlitePlace } from '../support/places.js'
import { describeExchange } from './describe-exchange.js'

describeExchange('SQLite', sqlitePlace)
