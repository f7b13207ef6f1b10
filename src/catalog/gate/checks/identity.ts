import { oneLine } from '../../../util/one-line.js'
import { formatCoordinates, type GateCheck } from '../../model/index.js'
import { details } from '../details.js'
import type { Candidate } from '../input.js'

/** The contract is what its coordinates say, and the one that it was before. */
export function checkIdentity({ coordinates, loaded: { contract }, baselines }: Candidate): GateCheck {
  const problems: string[] = []
  if (contract.version !== coordinates.version) {
    const shown = oneLine(contract.version)
    problems.push(`info.version is ${shown}, and the version to be published is ${coordinates.version}`)
  }
  for (const { version, contract: before } of baselines) {
    if (before.protocol !== contract.protocol)
      problems.push(`${version} is ${before.protocol}, and this is ${contract.protocol}`)
    const isOther = before.apiId !== undefined && contract.apiId !== undefined && before.apiId !== contract.apiId
    if (isOther) problems.push(`x-api-id is another one than in ${version}`)
  }
  const name = formatCoordinates(coordinates)
  return problems.length === 0
    ? { name: 'identity', outcome: 'passed', message: `The contract is ${name}.` }
    : { name: 'identity', outcome: 'refused', message: `The contract is not ${name}.`, ...details(problems) }
}
