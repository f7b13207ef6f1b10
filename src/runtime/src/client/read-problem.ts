import { isProblem, type ProblemDetails, problemMediaType } from '../error/index.js'
import { parseMediaType } from '../wire/index.js'
import type { Deadline } from './deadline.js'

/** Bytes of a problem document; a longer one is given up. */
const maxLength = 65_536

/** The problem (RFC 9457) that an answer holds; undefined for anything else, whose body is given up unread. */
export async function readProblem(response: Response, deadline: Deadline): Promise<ProblemDetails | undefined> {
  if (parseMediaType(response.headers.get('content-type') ?? '')?.essence !== problemMediaType) {
    await response.body?.cancel()
    return undefined
  }
  return problemIn(await deadline.network(readUpTo(response, maxLength)))
}

/** The problem that a text is; undefined for any other. */
export function problemIn(text: string): ProblemDetails | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isProblem(value) ? value : undefined
  } catch {
    return undefined
  }
}

async function readUpTo(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let length = 0; reader && length <= limit; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.length
    text += decoder.decode(value, { stream: true })
  }
  await reader?.cancel()
  return ''
}
