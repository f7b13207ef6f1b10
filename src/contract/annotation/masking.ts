import { type Masking, maskingStrategies, sensitivities } from '../model/index.js'
import { isAbove } from './category.js'
import { maskingPattern } from './masking-pattern.js'
import { about, choice, either, map, number, type ReadingPlace, record, type Shape, text } from './shape.js'

const strategy = choice(maskingStrategies)

const shape = either(
  map(strategy, (name): Masking => ({ strategy: name })),
  record(
    {
      strategy,
      keep: about(
        'For partial: how many characters stay; never half or more of the value.',
        number('a whole number from 0 to 64', { type: 'integer', minimum: 0, maximum: 64 }),
      ),
      pattern: about('For regex: what is replaced.', maskingPattern),
      replacement: about(
        'What stands in its place.',
        text('a text without control characters', /^[^\p{Cc}]*$/u, { maxLength: 100 }),
      ),
      maskChar: about(
        'One character, `*` when left out.',
        text('one character', /^[\p{L}\p{N}\p{P}\p{S}]$/u, { maxLength: 2 }),
      ),
      resultSensitivity: about(
        'What is left after masking; below confidential only for hash, tokenize and remove.',
        choice(sensitivities),
      ),
    },
    ['strategy'],
  ),
)

/** How a value is masked. */
export const maskingShape: Shape<Masking> = {
  ...shape,
  read(value, place) {
    const masking = shape.read(value, place)
    return masking && lowersTooFar(masking, place) ? undefined : masking
  },
}

function lowersTooFar({ strategy, resultSensitivity }: Masking, { at, problems }: ReadingPlace): boolean {
  if (resultSensitivity === undefined || ['hash', 'tokenize', 'remove'].includes(strategy)) return false
  if (!isAbove('confidential', resultSensitivity)) return false
  problems.report('TK1319', { strategy, sensitivity: resultSensitivity }, { at })
  return true
}
