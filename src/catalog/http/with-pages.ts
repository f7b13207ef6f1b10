import type { GovernedServer } from '@tenantkit/runtime'
import type { RoleRule } from '../access/index.js'
import type { ServiceContext } from '../service/index.js'
import type { PeopleSettings } from '../web/index.js'
import { createBuckets } from './buckets.js'
import type { CatalogLog } from './log.js'
import { stackOf } from './stack-of.js'

/** Who knows the people of an organisation, and what they are here. */
export interface PeopleSignIn {
  readonly organisation: string
  readonly issuer: string
  readonly clientId: string
  /** Default: none, for a public client. */
  readonly clientSecret?: string | undefined
  /** With blanks between. */
  readonly scope: string
  readonly groupsClaim: string
  readonly roles: readonly RoleRule[]
}

export interface PagesOptions {
  readonly toolVersion: string
  readonly isSecure: boolean
  /** Pages of one session, or of one address without any, in a minute. */
  readonly perMinute: number
  readonly publicRead: string | undefined
  readonly people: PeopleSignIn | undefined
  /** Where callers reach the catalog. */
  readonly url: () => string
  /** Whether one more refusal may be told to the audit of an organisation. */
  readonly mayTell: (organisation: string) => boolean
  readonly log: CatalogLog
}

/** Puts pages around the API. What makes them is loaded where there are any. */
export async function withPages(
  server: GovernedServer,
  context: ServiceContext,
  { people, log, url, mayTell, perMinute, ...settings }: PagesOptions,
): Promise<GovernedServer> {
  const { createPages, mountPages } = await import('../web/index.js')
  const take = createBuckets({ perMinute, most: 10_000 })
  const onError = (error: unknown) => log({ event: 'error', operation: 'page', error: stackOf(error) })
  const signIn = people && (await peopleOf(people, context, { url, mayTell }))
  return mountPages(server, createPages({ ...settings, context, people: signIn, take, onError }))
}

async function peopleOf(
  { clientId, clientSecret, scope, ...people }: PeopleSignIn,
  { now }: ServiceContext,
  { url, mayTell }: Pick<PagesOptions, 'url' | 'mayTell'>,
): Promise<PeopleSettings> {
  const { createCodeFlow } = await import('../oidc/code-flow.js')
  const redirectUri = () => `${url()}/sign-in/callback`
  const flow = createCodeFlow({ issuer: people.issuer, clientId, clientSecret, redirectUri, scope, now })
  return { ...people, flow, mayTell }
}
