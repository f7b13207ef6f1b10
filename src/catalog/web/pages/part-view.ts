import type { Part } from '../../model/index.js'
import type { VersionRecords } from '../../service/index.js'
import type { RegisteredUse } from '../../store/index.js'
import type { Site } from '../view/site.js'

export interface PartView extends VersionRecords {
  readonly part: Part
  /** Sections and rows that are left out, the first ones. */
  readonly offset: number
  /** Schemas that the sections of an operation consist of, by their keys. */
  readonly targets: ReadonlyMap<string, Part>
  /** Who uses the contract. */
  readonly users: readonly RegisteredUse[]
}

export interface PartProps {
  readonly site: Site
  readonly view: PartView
}
