import { hasErrors } from '../diagnostic/index.js'
import { isObject } from '../util/own.js'
import { type Alike, findAlike } from './alike/index.js'
import { checkAnnotations, requireScopes } from './annotation/index.js'
import { readAsyncApi } from './asyncapi/index.js'
import type { LoadContract, LoadOptions } from './load.js'
import type { Contract } from './model/index.js'
import { readOpenApi } from './openapi/index.js'
import { createProblems, type Problems } from './problem.js'
import { openSources, type SourceDocument, type Sources } from './source/index.js'
import { validateContract } from './validation/validate-contract.js'

/**
 * Loads a contract, whatever it is written in. A contract with errors is not handed out: what could not be read would
 * be missing from everything that is made of it.
 */
export const loadContract: LoadContract = async (reference, options = {}) => {
  const problems = createProblems(options.isTold)
  let alike: Alike | undefined
  const identify = (root: SourceDocument): string => {
    alike = options.beside && findAlike(root, options.beside)
    return alike?.document ?? root.id
  }
  const sources = await openSources(reference, { ...options, identify }, problems)
  const located = (later: Problems) => later.resolve(sources)
  const spans: Sources['spans'] = (places) => sources?.spans(places) ?? []
  if (!sources) return { diagnostics: problems.resolve(undefined), documents: [], located, spans }
  const contract = await readCompletely(sources, problems, alike)
  const judged = contract && judge(contract, options, problems)
  if (judged && !problems.hasErrors()) await validateContract(judged, sources, problems, options)
  const diagnostics = problems.resolve(sources)
  const documents = sources.documents()
  return { ...(judged && !hasErrors(diagnostics) && { contract: judged }), diagnostics, documents, located, spans }
}

/** Remote references are fetched between passes: only reading finds them, and only a pass that finds none is complete. */
async function readCompletely(sources: Sources, problems: Problems, alike?: Alike): Promise<Contract | undefined> {
  for (;;) {
    const contract = read(sources, problems, alike)
    if (sources.pending().length === 0) return contract
    await sources.fetchPending()
  }
}

function read(sources: Sources, problems: Problems, alike?: Alike): Contract | undefined {
  const { root } = sources
  const has = (field: string) => isObject(root.value) && Object.hasOwn(root.value, field)
  if (has('openapi') || has('swagger')) return readOpenApi(sources, problems, alike)
  if (has('asyncapi')) return readAsyncApi(sources, problems)
  problems.report('TK1102', {}, { at: { document: root.id, pointer: '' } })
  return undefined
}

function judge(contract: Contract, { defaultScope, strict }: LoadOptions, problems: Problems): Contract {
  checkAnnotations(contract, problems, { strict: strict === true })
  return defaultScope === undefined ? contract : requireScopes(contract, defaultScope, problems)
}
