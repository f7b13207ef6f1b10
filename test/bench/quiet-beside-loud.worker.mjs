/** A thread of its own: TypeScript is loaded by tsx here, too. */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.what === 'noise' ? './quiet-beside-loud.noise.ts' : './quiet-beside-loud.service.ts')
