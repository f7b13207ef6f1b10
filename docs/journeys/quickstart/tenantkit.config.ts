import { defineConfig } from 'tenantkit'

export default defineConfig({
  contracts: [
    {
      path: '../../../contracts/orders.openapi.yaml',
      out: 'generated/orders',
      targets: ['types', 'client', 'server'],
    },
    {
      // A real public contract that knows nothing of tenantkit: an overlay says what it needs to know.
      path: '../../../contracts/third-party/redocly-museum/openapi.yaml',
      overlays: ['../../../contracts/overlays/redocly-museum.overlay.yaml'],
      out: 'generated/museum',
      targets: ['types', 'client', 'server'],
    },
  ],
})
