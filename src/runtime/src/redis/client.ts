import { createHash } from 'node:crypto'

/** What is needed of the package `redis`, from version 5: a client, a pool or a cluster. */
export interface NodeRedisClient {
  evalSha(sha: string, options: ScriptArguments): Promise<unknown>
  eval(script: string, options: ScriptArguments): Promise<unknown>
}
export interface ScriptArguments {
  readonly keys: string[]
  readonly arguments: string[]
}

/** What is needed of the package `ioredis`, from version 5: a client or a cluster. */
export interface IoRedisClient {
  evalsha(sha: string, keyCount: number, ...rest: string[]): Promise<unknown>
  eval(script: string, keyCount: number, ...rest: string[]): Promise<unknown>
}

export type RedisClient = NodeRedisClient | IoRedisClient

/** Runs a script by its hash, and sends its text only to servers that do not have it: those that were restarted, or promoted. */
export async function runScript(
  client: RedisClient,
  script: string,
  keys: readonly string[],
  args: readonly string[],
): Promise<readonly unknown[]> {
  try {
    return (await bySha(client, shaOf(script), keys, args)) as readonly unknown[]
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
    return (await byText(client, script, keys, args)) as readonly unknown[]
  }
}

function bySha(client: RedisClient, sha: string, keys: readonly string[], args: readonly string[]): Promise<unknown> {
  return 'evalsha' in client
    ? client.evalsha(sha, keys.length, ...keys, ...args)
    : client.evalSha(sha, { keys: [...keys], arguments: [...args] })
}

function byText(client: RedisClient, text: string, keys: readonly string[], args: readonly string[]): Promise<unknown> {
  return 'evalsha' in client
    ? client.eval(text, keys.length, ...keys, ...args)
    : client.eval(text, { keys: [...keys], arguments: [...args] })
}

const shas = new Map<string, string>()

function shaOf(script: string): string {
  let sha = shas.get(script)
  if (sha === undefined) {
    // Redis names scripts by SHA-1; nothing is protected by it.
    sha = createHash('sha1').update(script).digest('hex')
    shas.set(script, sha)
  }
  return sha
}
