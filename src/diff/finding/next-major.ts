/** The version after which a break is no surprise: `2.0.0` after `1.4.0`; for what is no version, in words. */
export function nextMajor(version: string): string {
  const [, major] = /^v?(\d{1,9})(?:\.\d+){0,2}(?:[-+].*)?$/.exec(version.trim()) ?? []
  return major === undefined ? 'the next major version' : `${Number(major) + 1}.0.0`
}
