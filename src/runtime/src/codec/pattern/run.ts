import type { Automaton } from './automaton.js'

/**
 * Whether the automaton accepts some part of the text. All states are walked at once, so that the time is bounded by the
 * length of the text times the size of the pattern, whatever both are (K. Thompson, 1968). Lookaheads walk on their own.
 */
export function accepts(automaton: Automaton, text: string): boolean {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  return walk(automaton, automaton.start, points, 0, true)
}

function walk(
  automaton: Automaton,
  start: number,
  points: readonly number[],
  from: number,
  anywhere: boolean,
): boolean {
  const { states } = automaton
  let current: number[] = []
  const entered = new Int32Array(states.length).fill(-1)
  for (let position = from; ; position++) {
    const open: number[] = []
    const reached = current
    current = []
    if (position > from) {
      for (const index of reached) {
        const state = states[index]
        if (state?.kind === 'one' && state.matches(points[position - 1] ?? 0)) open.push(state.next)
      }
    }
    if (anywhere || position === from) open.push(start)
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (entered[index] === position) continue
      entered[index] = position
      const state = states[index]
      if (state?.kind === 'accept') return true
      if (state?.kind === 'one') current.push(index)
      else if (state?.kind === 'fork') open.push(...state.next)
      else if (state?.kind === 'at' && holds(state.place, points, position)) open.push(state.next)
      else if (state?.kind === 'ahead' && walk(automaton, state.start, points, position, false) !== state.negated) {
        open.push(state.next)
      }
    }
    if (position >= points.length || (current.length === 0 && !anywhere)) return false
  }
}

function holds(place: 'start' | 'end' | 'word' | 'no word', points: readonly number[], position: number): boolean {
  if (place === 'start') return position === 0
  if (place === 'end') return position === points.length
  return (isWord(points[position - 1]) !== isWord(points[position])) === (place === 'word')
}

function isWord(point: number | undefined): boolean {
  return point !== undefined && point < 128 && /\w/.test(String.fromCharCode(point))
}
