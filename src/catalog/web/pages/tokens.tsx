/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Grant } from '../../access/index.js'
import type { TokenRecord } from '../../store/index.js'
import { Page, Proof } from '../view/page.js'
import { Instant, Table } from '../view/parts.js'
import type { Site } from '../view/site.js'
import { counted, shown } from '../view/text.js'

export interface TokensView {
  readonly tokens: readonly TokenRecord[]
  /** What a token may be made of: one of these. */
  readonly grants: readonly Grant[]
  /** The text of one that was made just now. */
  readonly made?: string | undefined
  readonly problem?: string | undefined
}

/** Days for which a token can be made. */
export const tokenDays = [1, 7, 30] as const

/** What somebody who has an account works with beside these pages. */
export function TokensPage({ site, view }: { readonly site: Site; readonly view: TokensView }) {
  const { tokens, grants, made, problem } = view
  return (
    <Page site={site} title="Your tokens">
      <h1>Your tokens</h1>
      <p class="lead">For the command line: what is done with them is done by you.</p>
      {made !== undefined && (
        <p class="made" role="status">
          This is the only time that it is shown: <code>{made}</code>
        </p>
      )}
      {tokens.length === 0 ? <p class="soft">You have none.</p> : <TokenTable site={site} tokens={tokens} />}
      <h2>Make one</h2>
      <form class="sign-in" method="post" action={site.href({ page: 'tokens' })}>
        <Proof site={site} />
        {problem !== undefined && (
          <p class="alert" role="alert">
            {problem}
          </p>
        )}
        <label>
          <span>What it is for</span>
          <input type="text" name="name" required maxlength={100} autocomplete="off" />
        </label>
        <label>
          <span>What it may do</span>
          <select name="grant">
            {grants.map(({ role, namespaces }, index) => (
              <option value={String(index)}>
                {role} in {namespaces.includes('*') ? 'every namespace' : namespaces.join(', ')}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>For how long</span>
          <select name="days">
            {tokenDays.map((days) => (
              <option value={String(days)}>{counted(days, 'day')}</option>
            ))}
          </select>
        </label>
        <button>Make a token</button>
      </form>
    </Page>
  )
}

function TokenTable({ site, tokens }: { readonly site: Site; readonly tokens: readonly TokenRecord[] }) {
  return (
    <Table label="Your tokens" head={['Token', 'May', 'In', 'Until', 'End it']}>
      {tokens.map(({ id, name, permissions, namespaces, expiresAt }) => (
        <tr>
          <th scope="row">{shown(name, 100)}</th>
          <td>{permissions.join(', ')}</td>
          <td>{namespaces.join(', ')}</td>
          <td>
            <Instant at={expiresAt} />
          </td>
          <td>
            <form method="post" action={site.href({ page: 'tokens' })}>
              <Proof site={site} />
              <button class="quiet" name="revoke" value={id} aria-label={`Revoke ${shown(name, 100)}`}>
                Revoke
              </button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  )
}
