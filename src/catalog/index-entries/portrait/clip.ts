/** A text of bounded length, and absent where there is none. What acts in it is taken away where it is shown. */
export function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

export const lengths = { name: 200, note: 120, line: 300, text: 2000 } as const
