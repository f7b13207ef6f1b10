/** Writes the pages that are made from the code; a test of each keeps them fresh. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { codesPage } from './codes-page.js'

writeFileSync(resolve(import.meta.dirname, '../../docs/codes.md'), codesPage())
