import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The browser of this machine; undefined when there is none, which skips the tests that need one. `TENANTKIT_REQUIRE=chromium`
 * makes that a failure: in CI nothing is to be skipped.
 */
export function chromiumPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  const required = process.env['TENANTKIT_REQUIRE']?.split(',').includes('chromium')
  if (found === undefined && required) throw new Error('TENANTKIT_REQUIRE names chromium, and there is none in PATH')
  return found
}

/** A browser that reaches nothing but what a test gives it. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is who builds run as in containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
