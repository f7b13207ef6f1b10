/** The first `length` UTF-16 units of a text, with `…` for the rest; never half of a surrogate pair. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text
  const end = Math.max(0, length - 1)
  const last = text.charCodeAt(end - 1)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end)}…`
}
