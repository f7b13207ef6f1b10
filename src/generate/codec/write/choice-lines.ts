import type { Schema } from '../../../contract/model/index.js'
import type { FieldClass } from '../../masking/field-class.js'
import { type Choice, isLeaf, type Shape, shapeOf } from '../../masking/shape.js'
import { strLit } from '../../render/escape.js'
import { tagOf, typesTest } from '../check/composition-check.js'
import { checkCall } from '../check/constraint.js'
import { nameStep } from '../check/object-check.js'
import { indented } from '../codec-module.js'
import { below, type CheckPlace, type CodecContext } from '../context.js'
import { type Group, groupsOf } from '../model/alternatives.js'
import { writerName } from './value-writer.js'
import type { WriteTask } from './write-function.js'

/**
 * Finds the alternatives that describe the value by checking it, and writes what they declare. A value that none of them
 * describes is not written at all.
 */
export function choiceLines(
  shape: Shape,
  held: FieldClass | undefined,
  task: WriteTask,
  context: CodecContext,
  leaf: (writer: string) => string,
): string[] {
  const { module } = task.scope
  const isBare = shape.objects.length === 0 && shape.arrays.length === 0
  const [only, ...others] = shape.choices
  const place: ChoicePlace = {
    held,
    isBare,
    context,
    check: { context, scope: task.scope, direction: context.direction, leftOut: new Set() },
  }
  if (isBare && only && others.length === 0 && isUnion(only)) {
    const groups = groupsOf(only.branches, only.hint, context.schemas)
    if (groups.every((group) => only.kind === 'oneOf' || group.tag || group.branches.length === 1)) {
      return [
        ...unionLines(only, (writer) => `return ${writer}(value, view)`, place),
        `return ${module.runtime('noAlternative')}()`,
      ]
    }
  }
  const certain = isBare ? [] : [context.writeCertain(task.schemas, task.inherited, task.scope)]
  const lines = [`const active: ${module.runtimeType('Write')}[] = [${certain.join('')}]`]
  for (const choice of shape.choices) lines.push(...activeLines(choice, place))
  if (isBare) {
    const empty = shape.choices.some(isUnion) ? `${module.runtime('noAlternative')}()` : leaf('anything')
    lines.push(`if (active.length === 0) return ${empty}`)
  }
  return [...lines, `return ${module.runtime('merge')}(value, view, active)`]
}

interface ChoicePlace {
  readonly held: FieldClass | undefined
  /** Nothing but the alternatives says what is written. */
  readonly isBare: boolean
  readonly context: CodecContext
  readonly check: CheckPlace
}

type UnionChoice = Extract<Choice, { readonly kind: 'anyOf' | 'oneOf' }>

function isUnion(choice: Choice): choice is UnionChoice {
  return choice.kind === 'anyOf' || choice.kind === 'oneOf'
}

function activeLines(choice: Choice, place: ChoicePlace): string[] {
  const push = (writer: string): string => `active.push(${writer})`
  if (isUnion(choice)) return unionLines(choice, push, place)
  if (choice.kind === 'if') return conditionLines(choice.schema, push, place)
  const { module } = place.check.scope
  const lines = [...choice.schemas].flatMap(([name, schema]) => {
    const writer = branchWriter(schema, `With${nameStep(name)}`, place)
    const read = `${module.runtime('own')}(${module.runtime('record')}(value) ?? {}, ${strLit(name)})`
    return writer === undefined ? [] : [`if (${read} !== undefined) ${push(writer)}`]
  })
  return lines
}

type Emit = (writer: string) => string

function unionLines(choice: UnionChoice, emit: Emit, place: ChoicePlace): string[] {
  const { module } = place.check.scope
  const groups = groupsOf(choice.branches, choice.hint, place.context.schemas)
  return groups.flatMap((group) => {
    const lines = groupLines(group, emit, place)
    if (lines.length === 0 || !group.types || groups.length === 1) return lines
    return [`if (${typesTest(group.types, 'value', module)}) {`, ...indented(lines), '}']
  })
}

function groupLines(group: Group, emit: Emit, place: ChoicePlace): string[] {
  const { module } = place.check.scope
  if (group.tag) {
    const { property, values } = group.tag
    const cases = group.branches.flatMap(({ schema, index }, position) => {
      const writer = branchWriter(schema, `Option${index + 1}`, place)
      const labels = (values[position] ?? []).map((text) => `case ${strLit(text)}:`)
      if (writer === undefined || labels.length === 0) return []
      const written = emit(writer)
      return [...labels, `  ${written}`, ...(written.startsWith('return ') ? [] : ['  break'])]
    })
    return [`switch (${tagOf(property, module)}) {`, ...indented(cases), '}']
  }
  return group.branches.flatMap(({ schema, index }) => {
    const writer = branchWriter(schema, `Option${index + 1}`, place)
    if (writer === undefined) return []
    const sure = group.branches.length === 1 && group.types !== undefined
    const call = sure ? undefined : silentCall(schema, `Option${index + 1}`, place)
    return [call === undefined ? emit(writer) : `if (${call}) ${emit(writer)}`]
  })
}

function conditionLines(schema: Schema, emit: Emit, place: ChoicePlace): string[] {
  const written = (part: Schema | undefined, name: string): string[] => {
    const writer = part && branchWriter(part, name, place)
    return writer === undefined ? [] : [emit(writer)]
  }
  const whenTrue = [...written(schema.if, 'If'), ...written(schema.then, 'Then')]
  const whenFalse = written(schema.else, 'Else')
  const test = schema.if && silentCall(schema.if, 'If', place)
  if (test === undefined) return whenTrue
  return [
    ...(whenTrue.length > 0 ? [`if (${test}) {`, ...indented(whenTrue), '}'] : []),
    ...(whenFalse.length > 0 ? [`if (!${test}) {`, ...indented(whenFalse), '}'] : []),
  ]
}

/** Undefined for a branch that declares nothing to write beside what is certain. */
function branchWriter(schema: Schema, name: string, { held, isBare, context, check }: ChoicePlace): string | undefined {
  const scope = below(check.scope, name)
  const shape = shapeOf([schema], context.schemas)
  const says = !isLeaf(shape) || shape.atoms.some(({ classification }) => classification)
  if (!isBare && !says) return undefined
  return writerName([schema], held, { ...scope, field: check.scope.field }, context)
}

function silentCall(schema: Schema, name: string, { check }: ChoicePlace): string | undefined {
  const args = { value: 'value', at: 'undefined', issues: 'silent' } as const
  return checkCall(schema, args, { ...check, scope: below(check.scope, name) })
}
