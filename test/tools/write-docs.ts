/** Writes the pages that are made from the code; a test of each keeps them fresh. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { codesPage } from './codes-page.js'
import { rulePages } from './rule-pages.js'

const docs = resolve(import.meta.dirname, '../../docs')

writeFileSync(resolve(docs, 'codes.md'), codesPage())
rmSync(resolve(docs, 'rules'), { recursive: true, force: true })
mkdirSync(resolve(docs, 'rules'))
for (const [name, text] of await rulePages()) writeFileSync(resolve(docs, 'rules', name), text)
