import type { GenerateResult } from '../api/generate.js'
import { hasErrors } from '../diagnostic/index.js'
import type { Style } from '../diagnostic/render/style.js'
import { countText } from '../diagnostic/render/text.js'
import { printable } from '../util/printable.js'

/** What `generate` did: a line for each contract, and one for all. */
export function generateSummary(result: GenerateResult, { check, style }: { check: boolean; style: Style }): string {
  const lines = result.contracts.map((contract) => {
    const mark = contract.status === 'failed' ? style.error('✖') : style.success('✔')
    const name =
      contract.title === undefined ? '' : `${printable(contract.title)} ${printable(contract.version ?? '')}, `
    const size = contract.operations === undefined ? '' : `${contract.operations} operations, `
    return `${mark} ${printable(contract.source)} → ${printable(contract.out)}  ${style.faint(`${name}${size}${contract.targets.join(', ')}`)}`
  })
  const stubs = result.contracts.flatMap(({ handlersAdded = [] }) => handlersAdded)
  if (stubs.length > 0)
    lines.push(
      `${style.success('+')} ${stubs.length} handlers ${check ? 'are missing' : 'added as stubs'}: ${stubs.join(', ')}`,
    )
  return [...lines, outcome(result, check, style)].join('\n')
}

function outcome(result: GenerateResult, check: boolean, style: Style): string {
  const count = (status: string): number => result.files.filter((file) => file.status === status).length
  const [written, removed, unchanged] = [count('written'), count('removed'), count('unchanged')]
  const problems = countText(result.diagnostics)
  const seconds = `${(result.ms / 1000).toFixed(2)} s`
  if (hasErrors(result.diagnostics))
    return style.error(`✖ ${problems}; nothing was written for what failed (${seconds})`)
  const said = problems === '' ? '' : `; ${problems}`
  if (check && result.stale) {
    return style.error(
      `✖ stale: ${written} to write, ${removed} to remove${said} (${seconds}); run \`tenantkit generate\``,
    )
  }
  return `${written} written, ${removed} removed, ${unchanged} unchanged${said} ${style.faint(`(${seconds})`)}`
}
