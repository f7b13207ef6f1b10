import { compareText } from '../util/compare.js'

/** What tells one contract of a folder from the others. */
export interface ContractTraits {
  /** Below the folder that was asked for, with `/`. */
  readonly path: string
  readonly protocol: string
  /** `x-api-id`. */
  readonly apiId?: string
  readonly title: string
  readonly version: string
  /** Names of what is in it, to know it again when it was moved and renamed. */
  readonly landmarks: ReadonlySet<string>
  readonly sha256: string
}

export interface PairedContracts<T> {
  readonly kept: readonly { readonly before: T; readonly after: T }[]
  readonly added: readonly T[]
  readonly removed: readonly T[]
}

/**
 * Finds for every contract the one that it was before: by `x-api-id`, else by its path, else by title, else by what is
 * in it. A contract never becomes one of another protocol.
 */
export function pairContracts<T extends ContractTraits>(before: readonly T[], after: readonly T[]): PairedContracts<T> {
  const pairs = new Map<T, T>()
  const [lost, found] = [new Set(before), new Set(after)]
  const pair = (base: T, head: T): void => {
    lost.delete(base)
    found.delete(head)
    pairs.set(head, base)
  }
  for (const keyOf of [apiKey, pathKey, titleKey]) {
    const heads = groupBy(found, keyOf)
    for (const [key, bases] of groupBy(lost, keyOf)) pairGroup(bases, heads.get(key) ?? [], pair)
  }
  for (const protocol of new Set(before.map((contract) => contract.protocol))) {
    const ofProtocol = (contracts: Iterable<T>): readonly T[] =>
      [...contracts].filter((one) => one.protocol === protocol)
    pairAlike(ofProtocol(lost), ofProtocol(found), pair)
  }
  const kept = after.flatMap((head) => {
    const base = pairs.get(head)
    return base ? [{ before: base, after: head }] : []
  })
  return { kept, added: after.filter((head) => found.has(head)), removed: before.filter((base) => lost.has(base)) }
}

type Pair<T> = (base: T, head: T) => void

function apiKey({ apiId, protocol }: ContractTraits): string | undefined {
  return apiId === undefined ? undefined : `${protocol} ${apiId}`
}

function pathKey({ path, protocol }: ContractTraits): string {
  return `${protocol} ${path}`
}

function titleKey({ title, protocol }: ContractTraits): string | undefined {
  return title === '' ? undefined : `${protocol} ${title}`
}

function groupBy<T>(
  contracts: Iterable<T>,
  keyOf: (contract: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const contract of contracts) {
    const key = keyOf(contract)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(contract)
    else groups.set(key, [contract])
  }
  return groups
}

/**
 * Several contracts can have one id or title: the versions of one API, kept beside each other. Then the same bytes count
 * first, the same path next, the same major version after that; of what is left, one on each side belongs together.
 */
function pairGroup<T extends ContractTraits>(before: readonly T[], after: readonly T[], pair: Pair<T>): void {
  const heads = new Set(after)
  let bases = before
  const tests: readonly ((base: T, head: T) => boolean)[] = [
    (base, head) => base.sha256 === head.sha256,
    (base, head) => base.path === head.path,
    (base, head) => majorOf(base) === majorOf(head),
  ]
  for (const isSame of before.length + after.length > 2 ? tests : []) {
    bases = bases.filter((base) => {
      const head = [...heads].find((candidate) => isSame(base, candidate))
      if (!head) return true
      heads.delete(head)
      pair(base, head)
      return false
    })
  }
  const [[base], [head]] = [bases, [...heads]]
  if (base && head && bases.length === 1 && heads.size === 1) pair(base, head)
}

function majorOf({ version }: ContractTraits): string {
  return version.replace(/^v/i, '').split('.', 1)[0] ?? ''
}

/** At least half of what either of them has is in both. */
const alike = 0.5

/** The most alike first; where two are equally so, the order of paths decides. */
function pairAlike<T extends ContractTraits>(before: readonly T[], after: readonly T[], pair: Pair<T>): void {
  const candidates = before.flatMap((base) => after.map((head) => ({ base, head, likeness: likenessOf(base, head) })))
  const likely = candidates.filter(({ likeness }) => likeness >= alike)
  likely.sort(
    (one, other) =>
      other.likeness - one.likeness ||
      compareText(one.base.path, other.base.path) ||
      compareText(one.head.path, other.head.path),
  )
  const taken = new Set<T>()
  for (const { base, head } of likely) {
    if (taken.has(base) || taken.has(head)) continue
    taken.add(base).add(head)
    pair(base, head)
  }
}

function likenessOf(before: ContractTraits, after: ContractTraits): number {
  if (before.sha256 === after.sha256) return 1
  const shared = [...before.landmarks].filter((name) => after.landmarks.has(name)).length
  return shared / Math.max(1, before.landmarks.size + after.landmarks.size - shared)
}
