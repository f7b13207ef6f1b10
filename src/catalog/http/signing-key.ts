import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** In a few words that are safe to show. */
export interface KeyRefused {
  readonly refused: string
}

/**
 * The key that signs the audit: Ed25519, private, as PEM in a file that only its owner reads. Made when there is none; of
 * two processes that start at once, one makes it and the other reads it.
 */
export function signingKey(path: string): KeyObject | KeyRefused {
  const made = readKey(path) ?? makeKey(path)
  return made ?? readKey(path) ?? { refused: 'it is gone' }
}

function readKey(path: string): KeyObject | KeyRefused | undefined {
  try {
    const isShared = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
    if (isShared) return { refused: 'others than its owner may use it (`chmod 600` mends that)' }
    const key = createPrivateKey(readFileSync(path))
    return key.asymmetricKeyType === 'ed25519' ? key : { refused: 'it holds no Ed25519 key' }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return undefined
    // What the parser of keys says may quote the file.
    return { refused: code.startsWith('E') && !code.startsWith('ERR_') ? code : 'it holds no private key' }
  }
}

/** Undefined when somebody else was faster. */
function makeKey(path: string): KeyObject | KeyRefused | undefined {
  const { privateKey } = generateKeyPairSync('ed25519')
  const draft = `${path}.${process.pid}.new`
  try {
    // The file appears under its name when it is whole.
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    linkSync(draft, path)
    return privateKey
  } catch (error) {
    const code = codeOf(error)
    return code === 'EEXIST' ? undefined : { refused: code }
  } finally {
    rmSync(draft, { force: true })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'it cannot be used'
}
