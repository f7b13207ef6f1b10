import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ask } from '../../catalog/client/index.js'
import type { DeployVerdict } from '../../catalog/http/generated/types/deploy-verdict.js'
import { type Diagnostic, diagnostic } from '../../diagnostic/index.js'
import { type Coordinates, formatCoordinates } from '../../util/coordinates.js'
import { readUsage } from './read-usage.js'
import { type Failed, failedWith, type Session } from './session.js'

export type { DeployVerdict }

export interface Participant {
  readonly kind: 'contract' | 'consumer'
  readonly coordinates: Coordinates
}

/** A call that answers nothing but that it was done. */
async function done(asking: Promise<{ readonly problem: Diagnostic } | { readonly value: unknown }>) {
  const answered = await asking
  return 'problem' in answered ? failedWith(answered.problem) : {}
}

export async function recordDeployment(
  { client, url }: Session,
  { kind, coordinates: { namespace, name, version } }: Participant,
  environment: string,
): Promise<object | Failed> {
  const path = { environment, kind, namespace, name }
  const what = `record the deployment of \`${namespace}/${name}@${version}\``
  return done(ask(what, url, () => client.recordDeployment({ path, body: { version } })))
}

export async function recordRelease({ client, url }: Session, coordinates: Coordinates): Promise<object | Failed> {
  const what = `record the release of \`${formatCoordinates(coordinates)}\``
  return done(ask(what, url, () => client.recordRelease({ path: { ...coordinates } })))
}

export async function canIDeploy(
  { client, url }: Session,
  { kind, coordinates }: Participant,
  environment: string,
): Promise<DeployVerdict | Failed> {
  const what = `judge the deployment of \`${formatCoordinates(coordinates)}\``
  const answered = await ask(what, url, () =>
    client.canIDeploy({ path: { environment }, query: { kind, ...coordinates } }),
  )
  return 'problem' in answered ? failedWith(answered.problem) : answered.value
}

/** Says what a version of a consumer uses; `file` is one that the scan wrote. */
export async function publishUsage(
  { client, url }: Session,
  {
    coordinates,
    file,
    directory,
  }: { readonly coordinates: Coordinates; readonly file: string; readonly directory: string },
): Promise<{ readonly contracts: readonly string[] } | Failed> {
  const refused = (reason: string): Failed => failedWith(diagnostic('TK5314', { file, what: 'usage file', reason }))
  let text: string
  try {
    text = readFileSync(resolve(directory, file), 'utf8')
  } catch (error) {
    return refused((error as NodeJS.ErrnoException).code ?? 'unknown')
  }
  const usage = readUsage(text)
  if (typeof usage === 'string') return refused(usage)
  const what = `register what \`${formatCoordinates(coordinates)}\` uses`
  const { namespace, name, version } = coordinates
  const sent = await done(
    ask(what, url, () => client.publishUsage({ path: { namespace, name, version }, body: usage.sent })),
  )
  return 'problems' in sent ? (sent as Failed) : { contracts: usage.sent.uses.map(formatCoordinates) }
}
