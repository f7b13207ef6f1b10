/** Texts that stand nowhere but where a run puts them, and whether any of them is in what a sink got. */
export interface Secrets {
  /** The secret of a place, the same each time: `body email`. */
  of(place: string): string
  /** Places of which a part is in it, and how it is written there. */
  foundIn(dump: Buffer): readonly string[]
  readonly count: number
}

/** No vowels: no word of a program or a protocol has eight of these in a row. */
const letters = 'bcdfghjklmnpqrstvwxz'
/** Of a secret so many letters in a row count as found: a partial mask shows four. */
const piece = 8

/** @param bytes random ones; the same bytes give the same secrets. */
export function createSecrets(bytes: (length: number) => Uint8Array): Secrets {
  const known = new Map<string, string>()
  const pieces = new Map<string, string>()
  return {
    of(place) {
      let secret = known.get(place)
      if (secret === undefined) {
        secret = Array.from(bytes(20), (byte) => letters[byte % letters.length]).join('')
        known.set(place, secret)
        for (const part of windows(secret)) pieces.set(part, place)
      }
      return secret
    },
    foundIn(dump) {
      /** The plainest way in which a place was found. */
      const found = new Map<string, string>()
      for (const [how, text] of readings(dump.toString('latin1'))) {
        for (const [run] of text.matchAll(/[bcdfghjklmnpqrstvwxz]{8,}/g)) {
          for (const part of windows(run)) {
            const place = pieces.get(part)
            if (place !== undefined && !found.has(place)) found.set(place, how)
          }
        }
      }
      return [...found].map(([place, how]) => `${place} as ${how}`).sort()
    },
    get count() {
      return known.size
    },
  }
}

function* windows(text: string): Generator<string> {
  for (let at = 0; at + piece <= text.length; at += 1) yield text.slice(at, at + piece)
}

/** The text as programs may have meant it: as it is, with escapes undone, and what its runs of digits stand for. */
function* readings(text: string): Generator<readonly [how: string, text: string]> {
  yield ['text', text.toLowerCase()]
  yield ['escapes', unescaped(text).toLowerCase()]
  yield ['wide text', text.replaceAll('\0', '').toLowerCase()]
  for (const [run] of text.matchAll(/(?:[\da-f]{2}){8,}[\da-f]?/gi)) {
    for (const shift of [0, 1]) yield ['hex', Buffer.from(run.slice(shift), 'hex').toString('latin1')]
  }
  for (const [run] of text.matchAll(/[\w+/-]{12,}/g)) {
    for (const shift of [0, 1, 2, 3]) yield ['base64', Buffer.from(run.slice(shift), 'base64').toString('latin1')]
  }
}

function unescaped(text: string): string {
  const character = (_: string, hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))
  return text
    .replaceAll(/%([\da-f]{2})/gi, character)
    .replaceAll(/\\+u00([\da-f]{2})/gi, character)
    .replaceAll(/\\+x([\da-f]{2})/gi, character)
    .replaceAll(/&#x([\da-f]+);/gi, character)
    .replaceAll(/&#(\d+);/g, (_, decimal: string) => String.fromCharCode(Number(decimal)))
}
