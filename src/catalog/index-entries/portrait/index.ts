export { operationKey, schemaKey } from './keys.js'
export { operationLabel } from './operation-label.js'
export { partsOf } from './parts.js'
export { fillShelves, onShelf, partsOn, shelfNumber } from './shelves.js'
