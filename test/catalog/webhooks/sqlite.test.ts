import { sqlitePlace } from '../support/places.js'
import { describeWebhooks } from './describe-webhooks.js'

describeWebhooks('SQLite', sqlitePlace)
