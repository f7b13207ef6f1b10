export { type CloudEvent, cloudEventOf, type EventRecord } from './cloud-event.js'
export { type EventData, type EventType, eventTypes, type NewEvent, placeOf } from './event.js'
export type { Lifecycle } from './generated/types/lifecycle.js'
