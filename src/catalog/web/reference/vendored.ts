import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What was vendored when this package was built, by the names of files that hold a part of their hash. */
export interface Vendored {
  readonly redoc: string
  readonly asyncapi: string
  readonly asyncapiStyle: string
  /** Compressed with gzip. */
  read(name: string): Uint8Array<ArrayBuffer>
}

/** Beside the entry points of the published package, whose code lies in a folder below them; or built from these sources. */
const folders = ['./vendor/', '../vendor/', '../../../../dist/vendor/']

/** Undefined in a build without it: then whole contracts are to be downloaded, and not shown. */
export function openVendored(): Vendored | undefined {
  const folder = folders
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}manifest.json`))
  if (folder === undefined) return undefined
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Readonly<Record<string, string>>
  const { 'redoc.js': redoc, 'asyncapi.js': asyncapi, 'asyncapi.css': asyncapiStyle } = manifest
  if (redoc === undefined || asyncapi === undefined || asyncapiStyle === undefined) return undefined
  return { redoc, asyncapi, asyncapiStyle, read: (name) => new Uint8Array(readFileSync(`${folder}${name}.gz`)) }
}
