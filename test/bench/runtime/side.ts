/** One side in a process of its own: tells its port, and how much CPU time it has used whenever it is asked. */
import { sides } from './sides.js'

const port = await sides[process.argv[2] as string]!(process.argv[3] as string)
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: (user + system) / 1e6, memory: process.memoryUsage().rss / 2 ** 20 })
})
process.on('disconnect', () => process.exit())
process.send!({ port })
