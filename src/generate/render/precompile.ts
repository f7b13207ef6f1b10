import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Handlebars from 'handlebars'
import { compileOptions } from './compile-options.js'
import { templateNames } from './template-names.js'

const folder = new URL('../../../templates/', import.meta.url)
const target = new URL('./templates.generated.ts', import.meta.url)

/** The text of `templates.generated.ts`: every skeleton of `templates/` compiled, so that only the small runtime is loaded. */
export function precompileTemplates(): string {
  const specs = templateNames.map((name) => {
    const source = readFileSync(new URL(`${name}.hbs`, folder), 'utf8')
    return `  '${name}': ${Handlebars.precompile(source, compileOptions) as string},\n`
  })
  return `// @ts-nocheck
// Compiled from templates/*.hbs; run \`npx tsx src/generate/render/precompile.ts\` after a change there.
import type { TemplateName } from './template-names.js'

export const templateSpecs: Readonly<Record<TemplateName, unknown>> = {
${specs.join('')}}
`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, precompileTemplates())
}
