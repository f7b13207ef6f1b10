/** Order by UTF-16 code unit: the same on every machine and locale. */
export function compareText(before: string, after: string): number {
  return before < after ? -1 : before > after ? 1 : 0
}
