import { type FileHandle, open } from 'node:fs/promises'
import type { AuditLines } from './audit-chain.js'

export interface FileLines extends AuditLines {
  close(): Promise<void>
}

/** Bytes at the end of the file in which its last lines are looked for. */
const tailBytes = 256 * 1024

/**
 * A file of lines that only grows, readable by its owner alone. A line counts when it is on the disk; half a line that a
 * crash left behind was never acknowledged, and is taken away when the file is opened.
 */
export async function fileLines(path: string): Promise<FileLines> {
  const file = await open(path, 'a+', 0o600)
  try {
    await dropHalfLine(file)
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    async append(line) {
      const { size } = await file.stat()
      try {
        await file.appendFile(`${line}\n`)
        await file.datasync()
      } catch (error) {
        // A full disk may have taken a part of it.
        await file.truncate(size)
        throw error
      }
    },
    tail: async () => (await lastText(file)).split('\n').slice(0, -1).slice(-2),
    close: () => file.close(),
  }
}

async function dropHalfLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  const text = await lastText(file)
  const half = Buffer.byteLength(text.slice(text.lastIndexOf('\n') + 1), 'latin1')
  if (half > 0) await file.truncate(size - half)
}

/** Lines are ASCII, so a byte is a character. */
async function lastText(file: FileHandle): Promise<string> {
  const { size } = await file.stat()
  const start = Math.max(0, size - tailBytes)
  const bytes = Buffer.alloc(size - start)
  await file.read(bytes, 0, bytes.length, start)
  return bytes.toString('latin1')
}
