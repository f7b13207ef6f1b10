import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  ask,
  type KeptCheckpoint,
  parseCheckpoint,
  readAudit,
  type SignedCheckpoint,
  verifyLines,
} from '../../catalog/client/index.js'
import { diagnostic } from '../../diagnostic/index.js'
import { type Failed, failedWith, type Session } from './session.js'

export interface VerifyAuditOptions {
  /** A file with a checkpoint that was kept; its key is the one that must have signed. */
  readonly against?: string | undefined
  /** Directory that files are relative to. Default: the process's. */
  readonly directory?: string | undefined
}

export interface VerifiedAudit {
  readonly links: number
  readonly checkpoints: number
  /** Checkpoints kept elsewhere that were found again. */
  readonly kept: number
  /** To be kept for the next time. */
  readonly checkpoint: SignedCheckpoint
}

/**
 * Reads the whole audit and shows that it is what was written: each entry hangs on the one before, every checkpoint is
 * signed, and what the lock and the file have kept is still there.
 */
export async function verifyAudit(
  session: Session,
  { against, directory = process.cwd() }: VerifyAuditOptions,
): Promise<VerifiedAudit | Failed> {
  const file = against === undefined ? undefined : readCheckpointFile(resolve(directory, against), against)
  if (file && 'problems' in file) return file
  const { client, url, lock, settings } = session
  const signed = await ask('sign a checkpoint', url, () => client.getCheckpoint())
  if ('problem' in signed) return failedWith(signed.problem)
  const { line, key } = signed.value
  const now = parseCheckpoint(JSON.stringify({ line, key }))
  if (!now) return failedWith(diagnostic('TK5315', {}))
  const kept: KeptCheckpoint[] = [...lock.values()].map(({ checkpoint }) => ({
    ...checkpoint,
    from: settings.lockFile,
  }))
  if (file) kept.push({ sequence: file.sequence, hash: file.hash, from: against ?? '' })
  kept.push({ sequence: now.sequence, hash: now.hash, from: 'the checkpoint of this very moment' })
  const reading = readAudit(session)
  const verdict = await verifyLines(reading.lines, { keys: [createPublicKey(file?.key ?? key)], kept })
  const problem = reading.problem()
  if (problem) return failedWith(problem)
  if (verdict.kind === 'broken') return failedWith(diagnostic('TK5311', { what: verdict.what }))
  const { links, checkpoints } = verdict
  return { links, checkpoints, kept: kept.length - 1, checkpoint: { line, key } }
}

function readCheckpointFile(path: string, shown: string): NonNullable<ReturnType<typeof parseCheckpoint>> | Failed {
  const refused = (reason: string): Failed =>
    failedWith(diagnostic('TK5314', { file: shown, what: 'checkpoint of an audit', reason }))
  try {
    return parseCheckpoint(readFileSync(path, 'utf8')) ?? refused('it is not understood')
  } catch (error) {
    return refused((error as NodeJS.ErrnoException).code ?? 'unknown')
  }
}
