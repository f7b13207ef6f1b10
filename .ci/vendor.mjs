/**
 * Vendors what shows whole contracts in browsers: one file each of packages that are large to install, so that users do not
 * have to. Written to `dist/vendor`, compressed, with their licences; `manifest.json` says how they are called.
 *
 * Nothing in them may ask another host for anything: the one address that Redoc loads an image from is taken out.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const packages = fileURLToPath(new URL('../node_modules/', import.meta.url))
const folder = fileURLToPath(new URL('../dist/vendor/', import.meta.url))
const asyncapi = '@asyncapi/react-component'

const files = [
  { name: 'redoc', file: 'redoc/bundles/redoc.standalone.js', change: withoutLogo },
  { name: 'asyncapi', file: `${asyncapi}/browser/standalone/without-parser.js` },
  { name: 'asyncapi', file: `${asyncapi}/styles/default.min.css` },
]
const licences = [
  'redoc/LICENSE',
  'redoc/bundles/redoc.standalone.js.LICENSE.txt',
  `${asyncapi}/LICENSE`,
  `${asyncapi}/browser/standalone/without-parser.js.LICENSE.txt`,
]

/** False when the packages are not installed. */
export function vendor() {
  if (!files.every(({ file }) => existsSync(packages + file))) return false
  mkdirSync(folder, { recursive: true })
  const manifest = {}
  for (const { name, file, change = (text) => text } of files) {
    const text = change(readFileSync(packages + file, 'utf8'))
    const extension = file.endsWith('.css') ? 'css' : 'js'
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
    const vendored = `${name}-${hash}.${extension}`
    manifest[`${name}.${extension}`] = vendored
    writeFileSync(`${folder}${vendored}.gz`, gzipSync(text, { level: 9 }))
  }
  writeFileSync(`${folder}manifest.json`, `${JSON.stringify(manifest)}\n`)
  const texts = licences
    .filter((file) => existsSync(packages + file))
    .map((file) => `== ${file}\n\n${readFileSync(packages + file, 'utf8')}`)
  writeFileSync(`${folder}LICENCES.txt`, texts.join('\n'))
  return true
}

function withoutLogo(text) {
  const parts = text.split('https://cdn.redoc.ly/redoc/logo-mini.svg')
  if (parts.length !== 2) throw new TypeError('Redoc loads its image from elsewhere than before')
  return parts.join('data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==')
}
