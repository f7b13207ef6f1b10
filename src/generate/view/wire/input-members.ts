import type { Parameter } from '../../../contract/model/index.js'
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
    doc: parameterDoc(parameter),
  }
}

function parameterType({ parameter }: PlannedParameter, types: ModuleTypes): TypeText {
  const { content, schema } = parameter
  if (content) return isText(content.mediaType) ? ('string' as TypeText) : types.of(content.schema, 'input')
  return schema ? types.of(schema, 'input') : ('string' as TypeText)
}

/** Many operations share a parameter, and client and server say the same of it. */
const docs = new WeakMap<Parameter, CodeText>()

function parameterDoc(parameter: Parameter): CodeText {
  const { description, deprecated } = parameter
  let doc = docs.get(parameter)
  if (doc === undefined) {
    const text = description === undefined ? undefined : docText(description)
    doc = docComment([text, deprecated ? docTag('deprecated') : undefined])
    docs.set(parameter, doc)
  }
  return doc
}

/** Neither JSON nor a form: the parameter is text as it stands. */
function isText(mediaType: string): boolean {
  return !/\bjson\b/.test(mediaType) && mediaType !== 'application/x-www-form-urlencoded'
}
