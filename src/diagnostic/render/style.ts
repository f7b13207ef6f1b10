import { styleText } from 'node:util'

/** How words are set off; plain text where there is no terminal or colour is unwanted. */
export interface Style {
  error(text: string): string
  warning(text: string): string
  info(text: string): string
  success(text: string): string
  strong(text: string): string
  faint(text: string): string
}

const same = (text: string): string => text

export const plainStyle: Style = { error: same, warning: same, info: same, success: same, strong: same, faint: same }

const colourStyle: Style = {
  error: (text) => paint('red', text),
  warning: (text) => paint('yellow', text),
  info: (text) => paint('cyan', text),
  success: (text) => paint('green', text),
  strong: (text) => paint('bold', text),
  faint: (text) => paint('dim', text),
}

// Whether a stream takes colour is decided by `styleFor`, so the check inside `styleText` is off.
function paint(format: Parameters<typeof styleText>[0], text: string): string {
  return styleText(format, text, { validateStream: false })
}

/** Colour on terminals only; `NO_COLOR` (no-color.org) turns it off, `FORCE_COLOR` on. */
export function styleFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Style {
  if (environment['NO_COLOR']) return plainStyle
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced === '0' || forced === 'false' ? plainStyle : colourStyle
  return stream.isTTY === true && environment['TERM'] !== 'dumb' ? colourStyle : plainStyle
}
