import { diffContracts } from '../../diff/index.js'
import { openBundle } from '../bundle/index.js'
import { type Bundle, type Coordinates, catalogReference, type Defect, defectOf } from '../model/index.js'
import { createTouches } from '../uses/index.js'
import type { ComparedVersions } from './judge-deployment.js'

export interface VersionBundle {
  readonly coordinates: Coordinates
  readonly bundle: Bundle
}

export interface CompareOptions {
  /** Calendar day, ISO 8601. */
  readonly today: string
  /** Told of what went wrong in our own code. Default: nobody is. */
  readonly notice?: ((defect: Defect) => void) | undefined
}

/** Compares two published versions. Undefined when one of them cannot be read, or defeats us: then nothing is known. */
export async function compareBundles(
  before: VersionBundle,
  after: VersionBundle,
  { today, notice }: CompareOptions,
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
  } catch (error) {
    notice?.(defectOf(`compare with ${before.coordinates.version}`, error))
    return undefined
  }
}
