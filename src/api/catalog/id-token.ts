import { fetchBounded } from '../../catalog/oidc/fetch-bounded.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'

type Environment = Readonly<Record<string, string | undefined>>

/** Gives an ID token of this job that is for one audience. */
export type IdTokenSource = (audience: string) => Promise<{ readonly text: string } | Diagnostic>

/**
 * Where the CI service hands out ID tokens: in a variable that the job declares (`id_tokens` of GitLab), or by an address
 * that it is asked at (GitHub Actions). Undefined where there is neither.
 */
export function idTokenSource(environment: Environment): IdTokenSource | undefined {
  const text = environment['TENANTKIT_CATALOG_ID_TOKEN']
  if (text) return async () => ({ text: text.trim() })
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL']
  const secret = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  return address && secret ? (audience) => askGitHub(address, secret, audience) : undefined
}

/** https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token */
async function askGitHub(
  address: string,
  secret: string,
  audience: string,
): Promise<{ readonly text: string } | Diagnostic> {
  const refused = (reason: string) => diagnostic('TK5330', { reason })
  if (!URL.canParse(address)) return refused('its address is no URL')
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  if (url.protocol !== 'https:' && url.hostname !== '127.0.0.1') return refused('its address is not https')
  const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' }
  try {
    const response = await fetchBounded(url, { headers })
    if (response.status !== 200) return refused(`it answers with ${response.status}`)
    const answer: unknown = await response.json()
    const text = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined
    return typeof text === 'string' ? { text } : refused('there is none in its answer')
  } catch {
    // What is thrown may have the address in it, which is a secret of the job.
    return refused('it does not answer')
  }
}
