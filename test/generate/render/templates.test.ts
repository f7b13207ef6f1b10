import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTemplates } from '../../../src/generate/render/load-templates.js'
import { precompileTemplates } from '../../../src/generate/render/precompile.js'
import { createTemplates, TemplateFailure, type TemplateView } from '../../../src/generate/render/templates.js'
import type { CodeText } from '../../../src/generate/render/text.js'

const code = (text: string): CodeText => text as CodeText
const view: TemplateView = {
  header: code('// header'),
  imports: code(''),
  hasImports: false,
  declarations: [code('export type A = {{B}}'), code("export type C = '<&>'")],
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenantkit-templates-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const load = (): ReturnType<typeof loadTemplates> =>
  loadTemplates(folder, (path) => path.slice(folder.length + 1) || '.')

describe('our own templates', () => {
  it('are compiled from the files in templates/', () => {
    const generated = new URL('../../../src/generate/render/templates.generated.ts', import.meta.url)
    expect(readFileSync(generated, 'utf8')).toBe(precompileTemplates())
  })

  it('write values as they are and never compile them', () => {
    expect(createTemplates().render('types', view)).toBe("// header\nexport type A = {{B}}\n\nexport type C = '<&>'\n")
  })

  it('miss nothing silently', () => {
    expect(() => createTemplates().render('types', { declarations: [] })).toThrow('"header" not defined')
  })
})

describe('a user’s templates', () => {
  it('take the place of ours by name', () => {
    writeFileSync(join(folder, 'types.hbs'), '{{header}} mine {{#each declarations}}[{{this}}]{{/each}}')
    const { templates, diagnostics, digest } = load()
    expect(diagnostics).toEqual([])
    expect(templates.render('types', view)).toBe("// header mine [export type A = {{B}}][export type C = '<&>']")
    writeFileSync(join(folder, 'types.hbs'), '{{header}}')
    expect(load().digest).not.toBe(digest)
  })

  it('are reported when no template has their name, or they do not parse', () => {
    writeFileSync(join(folder, 'type.hbs'), '')
    writeFileSync(join(folder, 'types.hbs'), '{{#each x}}')
    expect(load().diagnostics.map(({ code: name, message, help }) => [name, message, help])).toEqual([
      ['TK4008', '`type.hbs` overrides no template', 'Did you mean `types.hbs`?'],
      [
        'TK4009',
        expect.stringContaining('the template `types.hbs` does not work: Parse error on line 1'),
        expect.any(String),
      ],
    ])
  })

  it('are reported when their folder is not there', () => {
    rmSync(folder, { recursive: true })
    expect(load().diagnostics.map(({ code: name, message }) => [name, message])).toEqual([
      ['TK4007', 'there is no folder of templates `.`'],
    ])
  })

  it.each([
    ['what the view has not', '{{missing}}'],
    ['a partial', '{{> other}}'],
    ['a helper', '{{lookup this "header"}}'],
  ])('fail by name with %s', (_what, source) => {
    writeFileSync(join(folder, 'types.hbs'), source)
    const { templates, diagnostics } = load()
    if (diagnostics.length > 0) expect(diagnostics[0]?.code).toBe('TK4009')
    else expect(() => templates.render('types', view)).toThrow(TemplateFailure)
  })

  it('reach no prototype', () => {
    writeFileSync(join(folder, 'types.hbs'), '[{{constructor}}][{{__proto__}}]')
    expect(load().templates.render('types', view)).toBe('[][]')
  })
})
