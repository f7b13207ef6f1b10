import { contractLayers, layers, runtimeLayers } from './.ci/layers.mjs'

const oneWay = (base, table) =>
  Object.entries(table).map(([layer, allowed]) => ({
    name: `${base}${layer}`,
    severity: 'error',
    comment: 'Imports go one way; the table is in .ci/layers.mjs.',
    from: { path: `^${base}${layer}/` },
    to: {
      path: `^${base}(${Object.keys(table)
        .filter((other) => other !== layer && !allowed.includes(other))
        .join('|')})/`,
    },
  }))

const only = (name, packages, folder) => ({
  name,
  severity: 'error',
  comment: `Only ${folder} knows ${packages}.`,
  from: { path: '^src/', pathNot: `^${folder}` },
  to: { path: `node_modules/(${packages})/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...oneWay('src/', layers),
    ...oneWay('src/contract/', contractLayers),
    ...oneWay('src/runtime/src/', runtimeLayers),
    { name: 'runtime-alone', severity: 'error', from: { path: '^src/runtime/' }, to: { path: '^src/(?!runtime/)' } },
    {
      name: 'not-the-runtime',
      severity: 'error',
      comment: 'The catalog is a service: its server and client are generated, and run on the runtime as any other.',
      from: { path: '^src/(?!runtime/|catalog/)' },
      to: { path: '^src/runtime/|@tenantkit/runtime' },
    },
    {
      name: 'browser-safe',
      severity: 'error',
      comment: 'Generated clients and codecs run in browsers.',
      from: { path: '^src/runtime/src/(wire|client|codec|error|gen1/(index|codec))' },
      to: { dependencyTypes: ['core'] },
    },
    only('openapi-parser', '@apidevtools/[^/]+', 'src/contract/openapi/'),
    only('asyncapi-parser', '@asyncapi/[^/]+', 'src/contract/asyncapi/'),
    only('ts-morph', 'ts-morph', 'src/(generate/finish|usage)/'),
    only('handlebars', 'handlebars', 'src/generate/render/'),
    only('ajv', 'ajv|ajv-formats', 'src/contract/'),
    only('hono', 'hono', 'src/(?:catalog/web|runtime/src/hono)/'),
    only('openid-client', 'openid-client|oauth4webapi', 'src/catalog/oidc/'),
    only('jose', 'jose', 'src/(?:catalog/oidc|runtime/src/(?:auth|hop))/'),
    only('oclif', '@oclif/[^/]+', 'src/commands/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules|dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
}
