import type { Contract, SecurityScheme } from '../../contract/model/index.js'
import type { Paired } from '../pair/pair-by.js'
import { pairInPasses } from '../pair/pair-in-passes.js'

/**
 * Pairs the security schemes of both versions: by what a caller sends, under the same name first; then those of one name
 * that changed. A scheme that got another name and sends the same is the same; so is one that is only written once more,
 * as AsyncAPI 3 does with schemes in place, and neither comes nor goes.
 */
export function pairSchemes(base: Contract, head: Contract): Paired<SecurityScheme> {
  const [before, after] = [[...base.securitySchemes.values()], [...head.securitySchemes.values()]]
  const byWire = pairInPasses(before, after, [(scheme) => `${scheme.name} ${wireOf(scheme)}`, wireOf])
  const known = new Set(byWire.kept.flatMap((pair) => [wireOf(pair.before), wireOf(pair.after)]))
  const isNew = (scheme: SecurityScheme): boolean => !known.has(wireOf(scheme))
  const byName = pairInPasses(byWire.removed.filter(isNew), byWire.added.filter(isNew), [({ name }) => name])
  return { ...byName, kept: [...byWire.kept, ...byName.kept] }
}

/** What a caller sends, and whom the credentials are from where the contract says so. */
export function wireOf(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'apiKey': {
      const name = scheme.in === 'header' ? scheme.parameter.toLowerCase() : scheme.parameter
      return JSON.stringify(['apiKey', scheme.in, name])
    }
    case 'http':
      return JSON.stringify(['http', scheme.scheme])
    case 'oauth2':
      return JSON.stringify(['oauth2', ...scheme.flows.map(({ kind, tokenUrl }) => [kind, tokenUrl]).sort()])
    case 'openIdConnect':
      return JSON.stringify(['openIdConnect', scheme.url])
    case 'mutualTLS':
      return JSON.stringify(['mutualTLS'])
    case 'broker':
      return JSON.stringify(['broker', scheme.mechanism, scheme.in])
  }
}
