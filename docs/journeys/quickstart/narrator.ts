import { styleText } from 'node:util'

/** Tells the story of the quickstart: with colour on a terminal, as plain text anywhere else. */
export interface Narrator {
  chapter(title: string): void
  say(text: string): void
  /** What was expected and what happened; the run fails when they differ. */
  expect(what: string, holds: boolean): void
  /** Ends the story: 0 when everything was as told. */
  end(): number
}

export function createNarrator(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Narrator {
  const coloured = stream.isTTY && !environment['NO_COLOR']
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    coloured ? styleText(format, text) : text
  const failed: string[] = []
  let chapters = 0
  let held = 0
  return {
    chapter(title) {
      chapters++
      stream.write(`\n${paint('bold', `${chapters}. ${title}`)}\n`)
    },
    say(text) {
      stream.write(`   ${text.replaceAll('\n', '\n   ')}\n`)
    },
    expect(what, holds) {
      if (holds) held++
      else failed.push(what)
      stream.write(`   ${holds ? paint('green', '✔') : paint('red', '✖')} ${what}\n`)
    },
    end() {
      stream.write(`\n${held} passed, ${failed.length} failed\n`)
      return failed.length === 0 ? 0 : 1
    },
  }
}
