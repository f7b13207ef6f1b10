import type { Contract } from '../../contract/model/index.js'
import { elsewhere, inheritedAt, schemaPlaces } from '../codec/places.js'
import type { PlannedMedia, PlannedTag } from '../plan/types.js'
import { eventData } from '../view/wire/event-data.js'
import type { Standing } from './described.js'
import { unclassified } from './field-class.js'

/** The bodies that servers write by codecs, each with the class that it inherits from its operation. */
export function responseBodies(contract: Contract, tags: readonly PlannedTag[]): readonly Standing[] {
  const places = schemaPlaces({ tags })
  const fallback = unclassified(contract)
  const contents = tags.flatMap(({ operations }) =>
    operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content)),
  )
  return contents.flatMap((media) => {
    const schema = written(media, contract)
    return schema ? [{ schema, inherited: inheritedAt(places.get(schema)?.output ?? elsewhere, fallback) }] : []
  })
}

function written({ kind, schema }: PlannedMedia, { schemas }: Contract): PlannedMedia['schema'] {
  if (kind === 'binary' || kind === 'text') return undefined
  return kind === 'events' ? eventData(schema, schemas).schema : schema
}
