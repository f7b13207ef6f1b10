import { effectiveClassification } from '../../contract/annotation/index.js'
import type { Classification, Schema } from '../../contract/model/index.js'
import { tokensOf } from '../../util/json-pointer.js'
import type { Edit } from '../edit/edit.js'
import { impliedClearance } from '../pair/walk-policies.js'
import { type Caller, callersOf, covers } from '../rules/governance/sight.js'
import { word } from '../rules/governance/word.js'
import { placesIn } from './place-in.js'
import { type Exchange, fewOperationsOf, operationsOf, type Scene, type ShowFinding } from './scene.js'
import { asSeen, type Reader, type Seen } from './seen-answers.js'

/** An answer with a value of another class, or with another mask, as the first caller gets it who sees the difference. */
export const showClass: ShowFinding = (edit, scene, { rule }) => {
  const pairs = fewOperationsOf(edit.place, scene)
  return asSeen(pairs, scene, {
    readers: readersOf(scene),
    isMeant: partsOf(edit, scene),
    said: [word<Classification>(edit.from), word<Classification>(edit.to)],
    outcome: rule === 'classification-raised' ? 'masked' : 'unmasked',
  })
}

/** What the class is said of; what says something of itself does not heed what contains it. */
function partsOf(edit: Edit, { after: { contract } }: Scene): (schema: Schema) => boolean {
  const roots = rootsOf(edit)
  if (!roots) return ({ classification }) => classification === undefined
  const own = new Set(roots)
  const parts = new Set(roots.flatMap((root) => [...placesIn(root, contract, 'output')].map(({ schema }) => schema)))
  return (schema) => parts.has(schema) && (own.has(schema) || schema.classification === undefined)
}

/** Undefined: a whole operation. */
function rootsOf(edit: Edit): readonly Schema[] | undefined {
  const found = (...schemas: readonly (Schema | undefined)[]) => schemas.flatMap((schema) => schema ?? [])
  switch (edit.node) {
    case 'schema':
      return found(edit.after ?? edit.before)
    case 'header':
    case 'parameter':
      return found(edit.after?.schema, edit.after?.content?.schema)
    case 'media-type':
      return found(edit.after?.schema)
    case 'response':
    case 'body':
      return found(...(edit.after?.content.map(({ schema }) => schema) ?? []))
    default:
      return undefined
  }
}

/** An answer as those get it whose clearance shows more or less now, or is not one any more. */
export const showClearance: ShowFinding = (edit, scene, { rule }) => {
  const [, group, name] = tokensOf(edit.place.pointer)
  const isNamed = (reader: Reader): boolean => reader.name === (group === 'clearances' ? name : undefined)
  const outcome = rule === 'clearance-raised' ? 'unmasked' : rule === 'clearance-lowered' ? 'masked' : undefined
  return inAny(scene, readersOf(scene).filter(isNamed), outcome)
}

/** An answer to a token whose claim is not read any more. */
export const showClearanceClaim: ShowFinding = (_, scene) => {
  const rest = scene.after.contract.dataPolicy.default ?? impliedClearance
  const named = readersOf(scene).filter(({ name }) => name !== undefined)
  return inAny(
    scene,
    named.map((reader) => ({ ...reader, after: rest })),
  )
}

/** An answer with something in it that nobody has classified. */
export const showUnclassified: ShowFinding = (_, scene) => inAny(scene, readersOf(scene))

/** In any answer, with a value that somebody sees and did not, or the other way round. */
function inAny(scene: Scene, readers: readonly Reader[], outcome?: Seen['outcome']): Exchange | undefined {
  const [before, after] = [scene.before.contract, scene.after.contract]
  const { of } = effectiveClassification(after)
  const isMeant = (schema: Schema): boolean => {
    const held = of(schema)
    const sees = (reader: Reader) => covers(reader.before, held, before.dataPolicy)
    return readers.some((reader) => sees(reader) !== covers(reader.after, held, after.dataPolicy))
  }
  return asSeen(operationsOf({ pointer: '' }, scene), scene, { readers, isMeant, ...(outcome && { outcome }) })
}

/** Whoever could call before: without a clearance, or with one that may have gone. */
function readersOf({ before, after }: Scene): readonly Reader[] {
  const { default: rest = impliedClearance, clearances } = after.contract.dataPolicy
  return callersOf(before.contract.dataPolicy).map(({ name, clearance }: Caller) => ({
    name,
    before: clearance,
    after: (name === undefined ? undefined : clearances.get(name)) ?? rest,
  }))
}
