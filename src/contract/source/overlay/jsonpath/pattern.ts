/**
 * Patterns of I-Regexp (RFC 9485), matched in time proportional to pattern times text. JavaScript's own engine goes back
 * and forth, so that a short pattern can keep it busy for ever.
 */
export function testPattern(source: string, text: string, whole: boolean, spend: (steps: number) => void): boolean {
  const program = compiled(source)
  return program !== undefined && run(program, text, whole, spend)
}

/** What is done at a place of the program: take a character, go on at either of two places, pass at an edge, or succeed. */
type Instruction =
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'take'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'done' }

/** Longer programs, which only huge counts like `{1000,}` make, count as no pattern. */
const maxProgram = 10_000
const maxDepth = 200

const cache = new Map<string, readonly Instruction[] | undefined>()

/** Undefined for what is no I-Regexp: then it matches nothing (RFC 9535, section 2.4.6). */
function compiled(source: string): readonly Instruction[] | undefined {
  if (cache.has(source)) return cache.get(source)
  if (cache.size >= 100) cache.clear()
  const program = compile(source)
  cache.set(source, program)
  return program
}

/** Thrown while a pattern is compiled, and turned into a value there. */
class Malformed extends Error {}

function compile(source: string): readonly Instruction[] | undefined {
  const program: Instruction[] = []
  let at = 0
  try {
    alternatives(0)
    if (at < source.length) return undefined
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return undefined
  }
  return [...program, { kind: 'done' }]

  function emit<One extends Instruction>(instruction: One): One {
    if (program.length >= maxProgram) throw new Malformed()
    program.push(instruction)
    return instruction
  }

  function alternatives(depth: number): void {
    if (depth > maxDepth) throw new Malformed()
    const start = program.length
    sequence(depth)
    if (source[at] !== '|') return
    const first = program.splice(start)
    const split = emit({ kind: 'split', first: start + 1, second: 0 })
    append(first, start, start + 1)
    const jump = emit({ kind: 'split', first: 0, second: 0 })
    split.second = program.length
    at++
    alternatives(depth + 1)
    jump.first = jump.second = program.length
  }

  function sequence(depth: number): void {
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const start = program.length
      atom(depth)
      repeat(start)
    }
  }

  function atom(depth: number): void {
    if (source[at] === '(') {
      at++
      alternatives(depth + 1)
      if (source[at++] !== ')') throw new Malformed()
      return
    }
    // Not in the grammar of RFC 9485, but in its mapping to other engines; nobody means a literal `^`.
    if (source[at] === '^' || source[at] === '$') {
      emit({ kind: 'edge', edge: source[at++] === '^' ? 'start' : 'end' })
      return
    }
    const found = takeClass() ?? takeCharacter()
    emit({ kind: 'take', accepts: found })
  }

  function takeClass(): ((character: string) => boolean) | undefined {
    const [written] =
      match(
        /\[\^?-?(?:(?:[^\]\\[-]|\\[pP]\{[A-Za-z]{1,2}\}|\\[-nrt()*+.?[\\\]^{|}])-?)*\]|\\[pP]\{[A-Za-z]{1,2}\}|\./uy,
      ) ?? []
    if (written === undefined || written === '[]' || written === '[^]') return undefined
    const expression = toExpression(written === '.' ? '[^\\n\\r]' : written)
    return (character) => expression.test(character)
  }

  function takeCharacter(): (character: string) => boolean {
    const [written] = match(/[^\\()*+.?[\]{}|]|\\[-nrt()*+.?[\\\]^{|}$]/uy) ?? []
    if (written === undefined) throw new Malformed()
    const controls: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t' }
    const wanted = controls[written] ?? (written.length > 1 && written.startsWith('\\') ? written.slice(1) : written)
    return (character) => character === wanted
  }

  /** `?`, `*`, `+`, `{n}`, `{n,}` and `{n,m}`, behind what has been emitted from `start` on. */
  function repeat(start: number): void {
    const [, sign, least, comma, most] = match(/([*+?])|\{([0-9]{1,5})(,)?([0-9]{1,5})?\}/y) ?? []
    if (sign === undefined && least === undefined) return
    const min = least === undefined ? (sign === '+' ? 1 : 0) : Number(least)
    const max = most !== undefined ? Number(most) : sign === '?' ? 1 : sign !== undefined || comma ? Infinity : min
    if (max < min) throw new Malformed()
    const body = program.splice(start)
    for (let count = 0; count < min; count++) append(body, start, program.length)
    if (max === Infinity) {
      const split = emit({ kind: 'split', first: program.length + 1, second: 0 })
      const loop = program.length - 1
      append(body, start, program.length)
      emit({ kind: 'split', first: loop, second: loop })
      split.second = program.length
    } else {
      const splits: Extract<Instruction, { kind: 'split' }>[] = []
      for (let count = min; count < max; count++) {
        splits.push(emit({ kind: 'split', first: program.length + 1, second: 0 }))
        append(body, start, program.length)
      }
      for (const split of splits) split.second = program.length
    }
  }

  /** Adds instructions that were made for one place at another. */
  function append(body: readonly Instruction[], from: number, to: number): void {
    for (const one of body) {
      if (one.kind !== 'split') emit(one)
      else emit({ kind: 'split', first: one.first - from + to, second: one.second - from + to })
    }
  }

  function match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at += found[0].length
    return found ?? undefined
  }
}

/** A class stands for one character, so that JavaScript may test it. */
function toExpression(written: string): RegExp {
  try {
    return new RegExp(`^${written}$`, 'u')
  } catch {
    throw new Malformed()
  }
}

/** Follows all ways through the program at the same time, one character after the other. */
function run(program: readonly Instruction[], text: string, whole: boolean, spend: (steps: number) => void): boolean {
  const characters = Array.from(text)
  const success = program.length - 1
  let current = new Set<number>()
  characters.push('')
  for (const [index, character] of characters.entries()) {
    const edges = { start: index === 0, end: index === characters.length - 1 }
    // A search may begin anywhere.
    if (index === 0 || !whole) current.add(0)
    const places = reachable(program, current, edges)
    spend(places.size + 1)
    if (places.has(success) && (edges.end || !whole)) return true
    current = new Set()
    for (const place of places) {
      const instruction = program[place]
      if (instruction?.kind === 'take' && instruction.accepts(character)) current.add(place + 1)
    }
  }
  return false
}

function reachable(
  program: readonly Instruction[],
  from: Iterable<number>,
  edges: { readonly start: boolean; readonly end: boolean },
): Set<number> {
  const places = new Set<number>()
  const stack = [...from]
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (places.has(place)) continue
    places.add(place)
    const instruction = program[place]
    if (instruction?.kind === 'split') stack.push(instruction.first, instruction.second)
    else if (instruction?.kind === 'edge' && edges[instruction.edge]) stack.push(place + 1)
  }
  return places
}
