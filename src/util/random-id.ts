/** Twelve letters and digits that tell one thing from another. A name, not a secret. */
export function randomId(random: (size: number) => Buffer): string {
  return Array.from(random(12), (byte) => (byte % 36).toString(36)).join('')
}
