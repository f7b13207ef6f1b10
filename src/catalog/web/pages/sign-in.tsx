/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Page } from '../view/page.js'
import type { Site } from '../view/site.js'

export interface SignIn {
  /** Proves that the form came from a page of ours, before anybody has signed in. */
  readonly proof: string
  /** Why the last try did not do. */
  readonly problem?: string | undefined
  /** Whether people sign in with an account of their organisation, too. */
  readonly hasAccounts: boolean
}

/** Where a token of the catalog is exchanged for a session. */
export function SignInPage({
  site,
  signIn: { proof, problem, hasAccounts },
}: {
  readonly site: Site
  readonly signIn: SignIn
}) {
  return (
    <Page site={site} title="Sign in">
      <h1>Sign in</h1>
      {problem !== undefined && (
        <p class="alert" role="alert" id="problem">
          {problem}
        </p>
      )}
      {hasAccounts && (
        <p class="account">
          <a class="button" href={site.href({ page: 'sign-in-account' })}>
            Sign in with your account
          </a>
        </p>
      )}
      <form class="sign-in" method="post" action={site.href({ page: 'sign-in' })}>
        <input type="hidden" name="proof" value={proof} />
        {/* Tells managers of passwords what they keep. */}
        <input type="text" name="username" autocomplete="username" value="tenantkit catalog" hidden readonly />
        <label>
          <span>Token of the catalog</span>
          <input
            type="password"
            name="token"
            required
            maxlength={300}
            autocomplete="current-password"
            spellcheck={false}
            aria-describedby={problem === undefined ? 'about' : 'problem about'}
          />
        </label>
        <p class="about" id="about">
          It begins with <code>tk_</code>. <code>tenantkit catalog token</code> makes one, and whoever runs the catalog
          was given the first.
        </p>
        <button>Sign in</button>
      </form>
    </Page>
  )
}
