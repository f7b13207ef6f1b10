/** What stands first in an archive. A reader refuses a version that it does not know. */
export const archiveFormat = { format: 'tenantkit-catalog', version: 1 } as const
export const archiveHead = 'catalog.json'
/** The digests of all that comes before it, as `sha256sum` writes them. */
export const archiveSums = 'SHA256SUMS'
