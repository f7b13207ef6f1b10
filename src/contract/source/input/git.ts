import { execFileSync } from 'node:child_process'

const timeout = 30_000

/** Runs git without a shell, a prompt or the network; its first line of complaint when it fails. */
export function git(
  cwd: string,
  args: readonly string[],
  maxBytes = 0,
  input?: string,
): Buffer | { readonly reason: string } {
  try {
    return execFileSync('git', ['-C', cwd, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      input: input ?? '',
      maxBuffer: maxBytes + 1024 * 1024,
      timeout,
      windowsHide: true,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
    })
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed'
  const complaint = 'stderr' in error ? String(error.stderr).trim() : ''
  return complaint.split('\n', 1)[0]?.replace(/^fatal: /, '') ?? ''
}
