import { describe, expect, it } from 'vitest'
import { reportOutputs } from '../../src/commands/report-outputs.js'

/** `-f json -o a` as tokens of the command line. */
function outputsOf(line: string): unknown {
  const words = line === '' ? [] : line.split(' ')
  const tokens = words.flatMap((word, index) => {
    const input = words[index + 1] ?? ''
    return (
      { '-f': { flag: 'format', input }, '-o': { flag: 'output', input }, '--json': { flag: 'json', input: word } }[
        word
      ] ?? []
    )
  })
  const outputs = reportOutputs(tokens)
  if ('code' in outputs) return `${outputs.message} ${outputs.help}`
  return outputs.map(({ format, file }) => (file === undefined ? format : `${format} > ${file}`))
}

describe('reportOutputs', () => {
  it.each<[string, readonly string[]]>([
    ['', ['text']],
    ['--json', ['json']],
    ['-o a.txt', ['text > a.txt']],
    ['-f sarif', ['sarif']],
    ['-f sarif -o a', ['sarif > a']],
    ['-o a -f sarif', ['sarif > a']],
    ['-f sarif=a', ['sarif > a']],
    ['-f sarif=a=b', ['sarif > a=b']],
    ['-f text -f sarif -o a', ['text', 'sarif > a']],
    ['-f text -o b -f sarif -o a', ['text > b', 'sarif > a']],
    ['-f text=b -f sarif=a --json', ['text > b', 'sarif > a', 'json']],
    ['-o a -f sarif -f text', ['sarif > a', 'text']],
  ])('%s', (line, expected) => {
    expect(outputsOf(line)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['-f jsn', '--format does not know `jsn` Did you mean `json`?'],
    ['-f pdf', '--format does not know `pdf` Use `text`, `json`, '],
    ['-f json -f text', '`json` and `text` cannot both go to standard output'],
    ['--json -f text', '`json` and `text` cannot both go to standard output'],
    ['-f json=a -f text=a', 'two formats cannot both go to `a`'],
    ['-f json=a -o b', 'there is no format for `b`'],
    ['-o a -o b', 'there is no format for `a`'],
  ])('refuses %s', (line, expected) => {
    expect(outputsOf(line)).toContain(expected)
  })
})
