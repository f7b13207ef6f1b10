import type { Schema } from '../../contract/model/index.js'
import { compareText } from '../../util/compare.js'
import { sha256 } from '../../util/sha256.js'
import { memberName } from '../edit/compare-node.js'
import { constantOf } from './constant-of.js'
import { nameOfBranch } from './trail.js'
import type { Traits } from './traits.js'

/**
 * Tells an alternative from the others in whatever order they are written: by its name, else by its tag, else by a type
 * that no other has, else by all that it says.
 */
export function branchIdentity(
  branch: Schema,
  siblings: readonly Schema[],
  traitsOf: (schema: Schema) => Traits,
): string {
  const constant = constantOf(branch)
  const type = typeOf(branch)
  const isOnly = (text: string | undefined): boolean =>
    text !== undefined && siblings.filter((each) => typeOf(each) === text).length === 1
  return (
    nameOfBranch(branch) ??
    (constant ? `${constant.name}=${memberName(constant.value)}` : undefined) ??
    (isOnly(type) ? type : undefined) ??
    sha256([...traitsOf(branch)].sort(compareText).join('\n')).slice(0, 8)
  )
}

function typeOf({ types }: Schema): string | undefined {
  return types?.join('|')
}
