import { tokensOf } from '../../../util/json-pointer.js'
import type { PlannedOperation } from '../../plan/types.js'
import type { TypeText } from '../../render/text.js'
import { answersOf } from '../wire/answers.js'
import type { ModuleTypes } from '../wire/module-types.js'
import { itemsOf, propertiesOf } from '../wire/schema-parts.js'

/** Type of the items that `.all()` walks over; undefined for operations that are no paged list. */
export function pagedItem(planned: PlannedOperation, types: ModuleTypes): TypeText | undefined {
  const { pagination } = planned
  if (!pagination) return undefined
  const success = answersOf(planned).find(({ status }) => status.startsWith('2'))
  let schema = success?.content.find(({ kind }) => kind === 'json')?.schema
  for (const token of tokensOf(pagination.items)) {
    schema = schema && propertiesOf(schema, types.schemas).get(token)?.[0]
  }
  const item = types.of(schema && itemsOf(schema, types.schemas)[0], 'output')
  return types.named(`${planned.pascal}Item`, item)
}
