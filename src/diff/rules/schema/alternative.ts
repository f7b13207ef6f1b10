/** An alternative by its name, or by its position where it has none. */
export function alternative(name: string): string {
  return /^\d+$/.test(name) ? `alternative ${name}` : `\`${name}\``
}
