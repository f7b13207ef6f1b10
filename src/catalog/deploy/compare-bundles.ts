import { diffContracts } from '../../diff/index.js'
import { openBundle } from '../bundle/index.js'
import { type Bundle, type Coordinates, catalogReference } from '../model/index.js'
import { createTouches } from '../uses/index.js'
import type { ComparedVersions } from './judge-deployment.js'

export interface VersionBundle {
  readonly coordinates: Coordinates
  readonly bundle: Bundle
}

/** Compares two published versions. Undefined when one of them cannot be read, or defeats us: then nothing is known. */
export async function compareBundles(
  before: VersionBundle,
  after: VersionBundle,
  { today }: { readonly today: string },
): Promise<ComparedVersions | undefined> {
  try {
    const base = await openBundle(before.coordinates, before.bundle)
    const head = await openBundle(after.coordinates, after.bundle)
    if (!base.contract || !head.contract || base.contract.protocol !== head.contract.protocol) return undefined
    const [older, newer] = [
      { ...base, contract: base.contract },
      { ...head, contract: head.contract },
    ]
    const sources = { base: catalogReference(before.coordinates), head: catalogReference(after.coordinates) }
    return { report: diffContracts(older, newer, { today, sources }), touches: createTouches(base.contract) }
  } catch {
    return undefined
  }
}
