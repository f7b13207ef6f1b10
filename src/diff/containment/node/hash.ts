import type { Schema } from '../../../contract/model/index.js'
import type { NodeOf } from './assemble.js'
import type { CycleMember } from './cycle.js'

interface Options {
  /** What a schema stands for; undefined when for nothing. */
  readonly aim: (schema: Schema) => Schema | undefined
  /** Nodes of the schemas outside. */
  readonly known: NodeOf
}

/** A child by the place of its hash; one outside has a hash already. */
interface Branch {
  readonly role: number
  readonly member: number | undefined
  readonly hash: number
}

/**
 * Hashes of the members of a component. Every round takes in one more level; equal components end after the same number
 * of rounds with the same hashes, whatever the order they are written in.
 */
export function hashMembers(members: readonly CycleMember[], { aim, known }: Options): readonly number[] {
  const places = new Map(members.map(({ schema }, index) => [schema, index] as const))
  const branches = members.map(({ outline }) =>
    outline.parts.map(({ role, key, schema }): Branch => {
      const target = aim(schema)
      const member = target && places.get(target)
      const hash = member === undefined ? hashText(String(known(target).id)) : 0
      return { role: hashText(`${role} ${key}`), member, hash }
    }),
  )
  let hashes = members.map(({ outline }) => hashText(outline.facts))
  for (let separated = 0, next = new Set(hashes).size; next > separated; next = new Set(hashes).size) {
    separated = next
    const before = hashes
    hashes = before.map((hash, index) => {
      let sum = 0
      // A sum, as the order of a composition says nothing.
      for (const { role, member, hash: fixed } of branches[index] as readonly Branch[])
        sum = (sum + mix(role, member === undefined ? fixed : (before[member] as number))) % modulus
      return mix(hash, sum)
    })
  }
  // Few rounds see little of what is far away: another component may look the same from one of its members, not from all.
  let all = 0
  for (const hash of new Set(hashes)) all = (all + hash) % modulus
  return hashes.map((hash) => mix(hash, all))
}

/** Of 52 bits: the sum of two is still exact. */
const modulus = 2 ** 52

function hashText(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b9]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high + code, 0x85ebca6b) ^ (high >>> 13)
  }
  return join(low, high)
}

function mix(first: number, second: number): number {
  const [firstHigh, secondHigh] = [(first / 2 ** 32) | 0, (second / 2 ** 32) | 0]
  let low = Math.imul((first ^ 0x9e3779b9) + Math.imul(second | 0, 0x85ebca6b), 0xc2b2ae35)
  let high = Math.imul(firstHigh + Math.imul(secondHigh, 0x27d4eb2f) + low, 0x165667b1)
  low ^= Math.imul(high ^ (high >>> 15), 0x2c1b3c6d)
  high ^= low >>> 16
  return join(low, high)
}

function join(low: number, high: number): number {
  return (high & 0xfffff) * 2 ** 32 + (low >>> 0)
}
