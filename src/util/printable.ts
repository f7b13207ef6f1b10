/**
 * Text of a contract made safe for a terminal: escape sequences, other control characters and bidirectional controls
 * (Unicode Technical Report 36, "Trojan Source") are shown as `\u{…}` instead of acting.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

// C0 but tab and newline, C1, bidi marks, embeddings, overrides and isolates, line separators, zero-width characters, the BOM, lone surrogates.
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
