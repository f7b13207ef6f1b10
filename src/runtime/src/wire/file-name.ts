/**
 * A file name that somebody else chose, made safe to show and to join to a folder: no folders, no controls, no bidirectional
 * marks, none of the names that mean a folder. Never use it as an identity.
 */
export function safeFileName(given: string): string {
  const base = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .slice(0, 200)
  // Device names of Windows, with or without extension.
  return clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean) ? 'file' : clean
}
