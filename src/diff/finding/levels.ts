import type { Level } from '../report.js'
import type { DiffRule } from '../rule.js'

/** By code (`TK3012`), rule (`property-became-required`) or rule with direction (`request-property-became-required`). */
export type Levels = ReadonlyMap<string, Level | 'off'>

/** The level that the user wants for a finding; the nearest name wins. */
export function levelFor(levels: Levels, rule: DiffRule, name: string, level: Level): Level | 'off' {
  return levels.get(name) ?? levels.get(rule.name) ?? levels.get(rule.code) ?? level
}
