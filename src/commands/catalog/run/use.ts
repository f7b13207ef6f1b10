import {
  canIDeploy,
  type DeployVerdict,
  type Participant,
  publishUsage,
  recordDeployment,
  recordRelease,
} from '../../../api/catalog/use.js'
import type { Style } from '../../../diagnostic/render/style.js'
import { type Coordinates, formatCoordinates } from '../../../util/coordinates.js'
import { printable } from '../../../util/printable.js'
import { exitCode } from '../../base-command.js'
import type { CatalogFlags } from '../flags.js'
import { withCoordinates, withSession } from './with-session.js'

interface ParticipantFlags extends CatalogFlags {
  readonly to: string
  readonly consumer: boolean
}

export function runRecordDeployment(text: string, flags: ParticipantFlags): Promise<number> {
  return withCoordinates(text, 'record-deployment', flags, (coordinates) =>
    withSession(flags, (session) => recordDeployment(session, participantOf(coordinates, flags), flags.to), {
      text: (_, style) => `${style.success('✔')} ${formatCoordinates(coordinates)} is deployed in ${flags.to}\n`,
    }),
  )
}

export function runRecordRelease(text: string, flags: CatalogFlags): Promise<number> {
  return withCoordinates(text, 'record-release', flags, (coordinates) =>
    withSession(flags, (session) => recordRelease(session, coordinates), {
      text: (_, style) => `${style.success('✔')} ${formatCoordinates(coordinates)} is released\n`,
    }),
  )
}

export function runCanIDeploy(text: string, flags: ParticipantFlags): Promise<number> {
  return withCoordinates(text, 'can-i-deploy', flags, (coordinates) =>
    withSession(flags, (session) => canIDeploy(session, participantOf(coordinates, flags), flags.to), {
      text: (verdict, style) => verdictText(verdict, `${formatCoordinates(coordinates)} in ${flags.to}`, style),
      exit: ({ deployable }) => exitCode[deployable ? 'fine' : 'findings'],
    }),
  )
}

export function runUsagePublish(file: string, flags: CatalogFlags & { readonly as: string }): Promise<number> {
  return withCoordinates(flags.as, 'usage publish', flags, (coordinates) =>
    withSession(flags, (session) => publishUsage(session, { coordinates, file, directory: process.cwd() }), {
      text: ({ contracts }, style) =>
        `${style.success('✔')} ${formatCoordinates(coordinates)} uses ${contracts.length === 0 ? 'no contract' : contracts.join(', ')}\n`,
    }),
  )
}

function participantOf(coordinates: Coordinates, { consumer }: ParticipantFlags): Participant {
  return { kind: consumer ? 'consumer' : 'contract', coordinates }
}

function verdictText({ deployable, reasons }: DeployVerdict, what: string, style: Style): string {
  const mark = (can: boolean): string => (can ? style.success('✔') : style.error('✖'))
  const lines = reasons.flatMap(({ deployable: can, consumer, contract, message, findings }) => [
    `${mark(can)} ${printable(consumer)} uses ${printable(contract)}: ${printable(message)}`,
    ...findings.map((finding) => `    ${printable(finding)}`),
  ])
  const nobody = reasons.length === 0 ? ['Nobody there has to do with it.'] : []
  return `${[...lines, ...nobody, `${mark(deployable)} ${what}: ${deployable ? 'yes' : 'no'}`].join('\n')}\n`
}
