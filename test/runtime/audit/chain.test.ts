import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditEvent, type AuditLines, auditChain, fileLines, verifyChain } from '../../../src/runtime/src/index.js'
import { manualClock } from '../../../src/runtime/src/testing/index.js'
import { tempFolder } from '../../support/temp-folder.js'

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
const keys = [publicKey]
const clock = manualClock()
const event = (principal: string): AuditEvent => ({
  at: '2026-01-01T00:00:00.000Z',
  event: 'access-refused',
  operation: 'getOrder',
  tenant: 'acme',
  principal,
  issuer: undefined,
  traceId: 'ab'.repeat(16),
  reason: 'scope-missing',
  status: 403,
  details: {},
})
const memory = () => {
  const lines: string[] = []
  const kept: AuditLines = {
    append: async (line) => void lines.push(line),
    tail: async () => lines.slice(-2),
  }
  return { lines, kept }
}
const written = async (count: number, every = 3) => {
  const { lines, kept } = memory()
  const chain = await auditChain({ lines: kept, key, every, clock })
  await Promise.all(Array.from({ length: count }, (_, index) => chain.write(event(`p${index}`))))
  return { lines, chain, checkpoint: await chain.checkpoint() }
}
const why = async (lines: readonly string[], options: Parameters<typeof verifyChain>[1] = { keys, every: 3 }) => {
  const verdict = await verifyChain(lines, options)
  return verdict.kind === 'broken' ? `${verdict.line} ${verdict.why}` : 'intact'
}

describe('T120: a chain of audit entries', () => {
  it('is intact as it was written', async () => {
    const { lines } = await written(7)
    expect(await verifyChain(lines, { keys, every: 3 })).toMatchObject({ kind: 'intact', links: 7, checkpoints: 3 })
  })

  it.each<[string, (lines: string[]) => unknown, string]>([
    ['an entry that was changed', (lines) => (lines[1] = lines[1]!.replace('"p1"', '"px"')), '2 changed'],
    ['an entry that was taken out', (lines) => lines.splice(1, 1), '2 out-of-sequence'],
    ['an entry that was doubled', (lines) => lines.splice(1, 0, lines[1]!), '3 out-of-sequence'],
    ['two entries that changed places', (lines) => lines.splice(0, 2, lines[1]!, lines[0]!), '1 out-of-sequence'],
    ['something in between', (lines) => lines.splice(1, 0, '{"event":{}}'), '2 unreadable'],
    ['half a line', (lines) => (lines[1] = lines[1]!.slice(0, -9)), '2 unreadable'],
    ['a checkpoint that was taken out', (lines) => lines.splice(3, 1), '4 checkpoint-missing'],
    ['a checkpoint in another place', (lines) => lines.splice(5, 0, lines[3]!), '6 checkpoint-of-another-chain'],
  ])('shows %s', async (_, change, expected) => {
    const { lines } = await written(7)
    change(lines)
    expect(await why(lines)).toBe(expected)
  })

  it('shows a chain that was written anew by somebody else', async () => {
    const { lines, kept } = memory()
    const forged = await auditChain({ lines: kept, key: generateKeyPairSync('ed25519').privateKey, every: 3, clock })
    for (let index = 0; index < 7; index++) await forged.write(event('mallory'))
    expect(await why(lines)).toBe('4 checkpoint-not-signed')
    const bare = lines.filter((line) => line.startsWith('{"sequence"'))
    expect(await why(bare)).toBe('4 checkpoint-missing')
  })

  it('shows a chain that was cut off, by a checkpoint that was kept elsewhere', async () => {
    const { lines, checkpoint } = await written(7)
    const options = { keys, every: 3, kept: checkpoint! }
    expect(await why(lines, options)).toBe('intact')
    expect(await why(lines.slice(0, 4), options)).toBe('5 cut-off')
    expect(await why([], options)).toBe('1 cut-off')
    expect(await why(lines, { kept: { ...checkpoint!, hash: '1'.repeat(64) } })).toBe('9 cut-off')
  })

  it('shows whatever is changed in any of its characters', async () => {
    const { lines } = await written(4)
    const text = lines.join('\n')
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('0', 'a', '"', '}', ' ', '\n'), async (at, unit) => {
        fc.pre(text[at] !== unit)
        const changed = `${text.slice(0, at)}${unit}${text.slice(at + 1)}`
        expect(await why(changed.split('\n'))).not.toBe('intact')
      }),
      { numRuns: 500 },
    )
  })

  it('has one line for each entry, whatever stands in a subject', async () => {
    const { lines, kept } = memory()
    const chain = await auditChain({ lines: kept })
    for (const subject of ['a\r\n{"sequence":2}', '\u2028', '\u001b[2J', '"},"x":{"', '😀'])
      await chain.write(event(subject))
    expect(lines.every((line) => /^[\x20-\x7e]+$/.test(line))).toBe(true)
    expect(await why(lines, {})).toBe('intact')
    expect((JSON.parse(lines[0]!) as { event: AuditEvent }).event.principal).toBe('a\r\n{"sequence":2}')
  })

  it('leaves out what could not be kept, and goes on', async () => {
    const { lines, kept } = memory()
    let isFull = false
    const failing: AuditLines = {
      ...kept,
      append: async (line) => {
        if (isFull) throw new Error('full')
        await kept.append(line)
      },
    }
    const chain = await auditChain({ lines: failing })
    await chain.write(event('a'))
    isFull = true
    await expect(chain.write(event('b'))).rejects.toThrow('full')
    isFull = false
    await chain.write(event('c'))
    expect(lines.map((line) => (JSON.parse(line) as { event: AuditEvent }).event.principal)).toEqual(['a', 'c'])
    expect(await why(lines, {})).toBe('intact')
  })

  it('does not let more wait than it may', async () => {
    const chain = await auditChain({
      lines: { append: () => new Promise(() => undefined), tail: async () => [] },
      limit: 1,
    })
    void chain.write(event('a'))
    await expect(chain.write(event('b'))).rejects.toThrow(RangeError)
  })

  it('is signed with nothing but a private Ed25519 key', async () => {
    await expect(auditChain({ lines: memory().kept, key: publicKey })).rejects.toThrow('TK7002')
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await expect(auditChain({ lines: memory().kept, key: rsa })).rejects.toThrow('TK7002')
  })
})

describe('a chain in a file', () => {
  const read = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, -1)

  it('goes on where it ended, for its owner alone', async () => {
    const path = join(tempFolder(), 'audit.jsonl')
    for (const principal of ['a', 'b', 'c']) {
      const lines = await fileLines(path)
      const chain = await auditChain({ lines, key, every: 2, clock })
      await chain.write(event(principal))
      await lines.close()
    }
    expect(await verifyChain(read(path), { keys, every: 2 })).toMatchObject({
      kind: 'intact',
      links: 3,
      checkpoints: 1,
    })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('drops half a line that a crash left behind', async () => {
    const path = join(tempFolder(), 'audit.jsonl')
    const first = await fileLines(path)
    await (await auditChain({ lines: first })).write(event('a'))
    await first.close()
    appendFileSync(path, read(path)[0]!.slice(0, 50))
    const second = await fileLines(path)
    await (await auditChain({ lines: second })).write(event('b'))
    await second.close()
    expect(await verifyChain(read(path))).toMatchObject({ kind: 'intact', links: 2 })
  })

  it('is not continued behind something that is no chain', async () => {
    const path = join(tempFolder(), 'audit.jsonl')
    writeFileSync(path, 'hello\n')
    const lines = await fileLines(path)
    await expect(auditChain({ lines })).rejects.toThrow('TK7002')
    await lines.close()
  })
})
