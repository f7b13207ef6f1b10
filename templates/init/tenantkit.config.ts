import { defineConfig } from 'tenantkit'

export default defineConfig({
  contracts: [
    {
      path: 'contracts/notes.openapi.yaml',
      out: 'src/generated/notes',
      targets: ['types', 'client', 'server'],
      handlers: 'src/handlers.ts',
    },
  ],
})
