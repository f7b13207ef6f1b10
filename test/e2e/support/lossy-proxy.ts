import { type AddressInfo, connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

export interface LossyProxy {
  readonly url: string
  /** So many of the next answers are lost: the server has given them, and the connection breaks. */
  lose: number
}

/** Passes bytes to a server and back, until it is told to lose what comes back. */
export async function lossyProxy(target: string): Promise<LossyProxy> {
  const port = Number(new URL(target).port)
  const state = { lose: 0 }
  const server = createServer((caller) => {
    const upstream = connect(port, '127.0.0.1')
    const end = (): void => {
      caller.destroy()
      upstream.destroy()
    }
    caller.on('error', end).on('close', end)
    upstream.on('error', end).on('close', end)
    caller.pipe(upstream)
    upstream.on('data', (bytes) => {
      if (state.lose > 0) {
        state.lose--
        end()
      } else caller.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}
