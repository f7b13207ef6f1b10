import { connect } from 'node:net'

/**
 * Real servers that tests talk to: by an environment variable, or where such a server usually listens. Where there is none
 * its tests are skipped, with a line that says so; `TENANTKIT_REQUIRE=redis,postgres` makes that a failure.
 */
const known = {
  redis: { variable: 'TENANTKIT_REDIS_URL', usual: 'redis://127.0.0.1:6379' },
  postgres: { variable: 'TENANTKIT_POSTGRES_URL', usual: 'postgres://postgres@127.0.0.1:5432/postgres' },
} as const

/** The address of a server that answers; undefined when there is none. */
export async function serverAddress(name: keyof typeof known): Promise<string | undefined> {
  const { variable, usual } = known[name]
  const address = process.env[variable] ?? usual
  const { hostname, port } = new URL(address)
  if (await answers(hostname, Number(port))) return address
  if (process.env['TENANTKIT_REQUIRE']?.split(',').includes(name)) {
    throw new Error(`TENANTKIT_REQUIRE names ${name}, and nothing answers at ${hostname}:${port}`)
  }
  console.warn(`skipped: no ${name} at ${hostname}:${port} (${variable})`)
  return undefined
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (isThere: boolean) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}
