import type { ParameterGroup, PlannedOperation, PlannedParameter } from '../../plan/types.js'
import { docComment, docTag, docText } from '../../render/doc.js'
import type { CodeText, TypeText } from '../../render/text.js'
import { type Member, objectType } from './members.js'
import type { ModuleTypes } from './module-types.js'

const groups: readonly ParameterGroup[] = ['path', 'query', 'headers', 'cookies']

/**
 * `path`, `query`, `headers` and `cookies` of what a caller passes. Left out: what the client fills in by itself, and
 * groups with nothing in them.
 */
export function callerGroups(planned: PlannedOperation, types: ModuleTypes): readonly Member[] {
  return groups.flatMap((name): Member[] => {
    const parameters = planned.parameters[name].filter(({ fromTenant }) => !fromTenant)
    if (parameters.length === 0) return []
    const isRequired = parameters.some(({ parameter }) => parameter.required)
    const type = objectType(parameters.map((one) => parameterMember(one, 'undefinable', types)))
    return [{ name, presence: isRequired ? 'required' : 'undefinable', type }]
  })
}

/** The same as a handler gets them: every group that the contract has is there, the tenant's parameters included. */
export function handlerGroups(planned: PlannedOperation, types: ModuleTypes): readonly Member[] {
  return groups.flatMap((name): Member[] => {
    const parameters = planned.parameters[name]
    if (parameters.length === 0) return []
    return [
      {
        name,
        presence: 'required',
        type: objectType(parameters.map((one) => parameterMember(one, 'optional', types))),
      },
    ]
  })
}

function parameterMember(planned: PlannedParameter, optional: Member['presence'], types: ModuleTypes): Member {
  const { parameter, property } = planned
  return {
    name: property,
    presence: parameter.required ? 'required' : optional,
    type: parameterType(planned, types),
    doc: parameterDoc(parameter.description, parameter.deprecated),
  }
}

function parameterType({ parameter }: PlannedParameter, types: ModuleTypes): TypeText {
  const { content, schema } = parameter
  if (content) return isText(content.mediaType) ? ('string' as TypeText) : types.of(content.schema, 'input')
  return schema ? types.of(schema, 'input') : ('string' as TypeText)
}

function parameterDoc(description: string | undefined, deprecated: boolean): CodeText {
  return docComment([
    description === undefined ? undefined : docText(description),
    deprecated ? docTag('deprecated') : undefined,
  ])
}

/** Neither JSON nor a form: the parameter is text as it stands. */
function isText(mediaType: string): boolean {
  return !/\bjson\b/.test(mediaType) && mediaType !== 'application/x-www-form-urlencoded'
}
