import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { createCatalogTransport } from '../http/generated/client.js'
import { exchangeToken } from '../http/generated/operations/access.js'
import { ask } from './ask.js'
import { addressOf } from './connect.js'

export interface ExchangeOptions {
  readonly url: string
  /** That trusts the job. */
  readonly organisation: string
  /** Gives an ID token for this audience. */
  readonly idToken: (audience: string) => Promise<{ readonly text: string } | Diagnostic>
}

/** Exchanges the ID token of this job for a token of the catalog; the text of it. */
export async function exchange({
  url,
  organisation,
  idToken,
}: ExchangeOptions): Promise<{ readonly text: string } | Diagnostic> {
  const address = addressOf(url)
  if ('code' in address) return address
  const { href } = address
  const given = await idToken(href)
  if ('code' in given) return given
  // Nobody is known yet: the operation asks for no credentials, and takes none along.
  const transport = createCatalogTransport({ baseUrl: href, auth: '', tenant: organisation, timeout: 30_000 })
  const body = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: given.text,
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    organisation,
  } as const
  let status: number | undefined
  const answered = await ask('exchange the ID token of this job', href, async () => {
    const answer = await exchangeToken(transport, { body })
    status = answer.status
    return answer
  })
  if (status === 401) return diagnostic('TK5331', { organisation: JSON.stringify(organisation) })
  return 'value' in answered ? { text: answered.value.access_token } : answered.problem
}
