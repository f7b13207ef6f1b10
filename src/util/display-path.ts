import { isAbsolute, relative, sep } from 'node:path'

/** A path as the user would write it: relative with `/` below the base, absolute elsewhere. */
export function displayPath(path: string, base: string): string {
  const inside = relative(base, path)
  const shown = /^\.\.([/\\]|$)/.test(inside) || isAbsolute(inside) ? path : inside || '.'
  return shown.split(sep).join('/')
}
