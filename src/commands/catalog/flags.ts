import { Flags } from '@oclif/core'

/** What every command has that asks a catalog. */
export const catalogFlags = {
  catalog: Flags.string({
    helpGroup: 'CATALOG',
    description: 'URL of the catalog; default: TENANTKIT_CATALOG_URL, else what the configuration says',
  }),
  'token-file': Flags.string({
    helpGroup: 'CATALOG',
    description: 'file that holds the token; default: TENANTKIT_CATALOG_TOKEN, else TENANTKIT_CATALOG_TOKEN_FILE',
  }),
  organisation: Flags.string({
    helpGroup: 'CATALOG',
    description: 'that trusts this CI job, where there is no token; default: TENANTKIT_CATALOG_ORGANISATION, else main',
  }),
  config: Flags.string({ char: 'c', helpGroup: 'CATALOG', description: 'the configuration to use' }),
  json: Flags.boolean({ description: 'print JSON' }),
}

export interface CatalogFlags {
  readonly catalog?: string | undefined
  readonly 'token-file'?: string | undefined
  readonly organisation?: string | undefined
  readonly config?: string | undefined
  readonly json: boolean
}

export const several = { multiple: true, multipleNonGreedy: true } as const
