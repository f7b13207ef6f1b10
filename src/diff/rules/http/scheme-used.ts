import type { Contract, SecurityScheme } from '../../../contract/model/index.js'

/** Whether anything asks for the scheme. */
export function isUsed(scheme: SecurityScheme | undefined, { operations, servers }: Contract): boolean {
  const lists = [...operations, ...servers].map(({ security }) => security)
  return lists.some((list) => list.some(({ schemes }) => scheme !== undefined && schemes.has(scheme.name)))
}
