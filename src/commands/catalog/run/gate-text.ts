import type { Style } from '../../../diagnostic/render/style.js'
import { printable } from '../../../util/printable.js'

interface GateText {
  readonly checks: readonly {
    readonly name: string
    readonly outcome: string
    readonly message: string
    readonly details?: readonly string[] | undefined
  }[]
}

/** What the gate looked at, a line for each check. */
export function gateText({ checks }: GateText, style: Style): string {
  const width = Math.max(0, ...checks.map(({ name }) => name.length))
  const lines = checks.flatMap(({ name, outcome, message, details = [] }) => [
    `${markOf(outcome, style)} ${printable(name).padEnd(width)}  ${printable(message)}`,
    ...details.map((line) => `    ${printable(line)}`),
  ])
  return lines.map((line) => `${line}\n`).join('')
}

function markOf(outcome: string, style: Style): string {
  switch (outcome) {
    case 'passed':
      return style.success('✔')
    case 'refused':
      return style.error('✖')
    case 'review':
      return style.warning('▲')
    default:
      return style.faint('-')
  }
}
