/** The thread of the service: TypeScript is loaded by tsx here, too. */
import { register } from 'tsx/esm/api'

register()
await import('./quiet-beside-loud.service.ts')
