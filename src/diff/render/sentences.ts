import type { Finding } from '../report.js'
import { jsonText } from './json-text.js'
import { nowLines, witnessLines } from './witness-lines.js'
import { approvalText, nowLead, operationTitle, unknownLead, unknownText, witnessLead } from './words.js'

const reachesShown = 10
const witnessWidth = 300

/**
 * What there is to say about a finding, a sentence each, for formats that have one text: the message first, then the
 * payload with its reason, the fix, what else is reached, and the approval. Not escaped yet.
 */
export function sentences(finding: Finding): string[] {
  const { message, help, approval } = finding
  return [
    message,
    witnessSentence(finding),
    help === undefined ? '' : `fix: ${help}`,
    reachesSentence(finding),
    approval ? `approved: ${approvalText(approval)}` : '',
  ].filter((sentence) => sentence !== '')
}

/** The sentences as one text, which ends with a full stop. */
export function prose(finding: Finding): string {
  const [first = '', ...others] = sentences(finding).map((text) => text.replace(/\.$/, ''))
  return `${[first, ...others.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`)].join('. ')}.`
}

function witnessSentence({ witness, direction }: Finding): string {
  if (!witness) return ''
  if ('unknown' in witness) return `${unknownLead}: ${unknownText(witness)}`
  const lines = witnessLines(witness, (value) => jsonText(value, { width: witnessWidth }))
  const shown = 'raw' in witness ? lines.filter((line) => line !== '').join(', ') : lines.join(', with ')
  const now = nowLines(witness).filter((line) => line !== '')
  const answer = now.length === 0 ? '' : `; ${nowLead(witness)} ${now.join(', ')}`
  return `${witnessLead(witness, direction)}: ${shown} (${witness.reason})${answer}`
}

function reachesSentence({ alsoReaches = [] }: Finding): string {
  if (alsoReaches.length === 0) return ''
  const named = alsoReaches.slice(0, reachesShown).map(operationTitle)
  const more = alsoReaches.length - named.length
  return `also reaches ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
