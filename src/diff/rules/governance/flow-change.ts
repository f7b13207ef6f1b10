import type { DataFlow } from '../../../contract/model/index.js'
import { grown, named, sentence, word } from './word.js'

/** Edits of where data comes from and goes. */
export const flowEdits = [
  'governance.dataFlow:added',
  'governance.dataFlow:changed',
  'governance.dataFlow:removed',
] as const

/** What a flow has on one side that it has not on the other, in words; empty when there is nothing. */
export function flowBeyond(flow: unknown, other: unknown): string {
  const [here, there] = [word<DataFlow>(flow), word<DataFlow>(other)]
  const reads = grown(there?.reads, here?.reads).added
  const emits = grown(there?.emits, here?.emits).added
  return sentence([
    ...(reads.length > 0 ? [`reads ${named(reads)}`] : []),
    ...(emits.length > 0 ? [`emits ${named(emits)}`] : []),
    ...(here?.pathway !== undefined && here.pathway !== there?.pathway
      ? [`takes the pathway \`${here.pathway}\``]
      : []),
  ])
}
