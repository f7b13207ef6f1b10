import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { numbersIn } from './attack-report.js'

/** Test files that have numbers of attack cases at the start of names, themselves or by what they import. */
export function attackTests(root: string): readonly string[] {
  const texts = sourcesOf(root, [...generated, 'catalog'])
  const isNumbered = (file: string): boolean => numbersOf(texts.get(file) ?? '').length > 0
  return [...texts.keys()].filter((file) => {
    if (!file.endsWith('.test.ts')) return false
    return (
      isNumbered(file) ||
      (texts.get(file) ?? '').includes('describeAttackCases(') ||
      importsOf(file, texts.get(file) ?? '').some(isNumbered)
    )
  })
}

/** Folders of `test/` about what is generated, and what that runs on. */
const generated = ['runtime', 'generate', 'contract', 'e2e']

/** All numbers that stand at the start of the name of a test of what is generated. */
export function testedNumbers(root: string): ReadonlySet<string> {
  return new Set([...sourcesOf(root, generated).values()].flatMap(numbersOf))
}

function sourcesOf(root: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  return new Map(
    files
      .filter((file) => file.endsWith('.ts') && folders.includes(file.split('/')[0] ?? ''))
      .sort()
      .map((file) => [join(root, 'test', file), readFileSync(join(root, 'test', file), 'utf8')]),
  )
}

function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(/['"`]((?:T\d{1,3}\b ?)+)/g)].flatMap(([, numbers = '']) => numbersIn(numbers))
}

/** Two steps deep: a test of an adapter imports what runs the suites, and that imports the suites. */
function importsOf(file: string, text: string, depth = 2): readonly string[] {
  const direct = [...text.matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)].map(([, path = '']) =>
    resolve(dirname(file), `${path}.ts`),
  )
  if (depth === 1) return direct
  return direct.flatMap((each) => [each, ...importsOf(each, readable(each), depth - 1)])
}

function readable(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
