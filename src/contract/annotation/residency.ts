import { type JsonObject, own } from '../../util/own.js'
import type { Origin, Residency } from '../model/index.js'
import type { Problems } from '../problem.js'
import { type Extension, firstOf, readExtension } from './extension.js'
import { about, choice, either, list, map, record } from './shape.js'
import { region } from './text.js'

const regions = list(region, 'a region such as `eu-central-1`, or a list of regions', { single: true })

export const residencyShape = either(
  map(regions, (names): Residency => ({ regions: names, mode: 'strict' })),
  map(
    record(
      {
        regions,
        mode: about(
          'Whether data must, should or may stay there; `strict` when left out.',
          choice(['strict', 'preferred', 'any']),
        ),
        transfer: about(
          'Where else data may go, and on which legal ground.',
          record({ to: regions, mechanism: choice(['adequacy', 'scc', 'bcr', 'consent', 'derogation']) }, [
            'to',
            'mechanism',
          ]),
        ),
      },
      ['regions'],
    ),
    ({ mode = 'strict', ...rest }): Residency => ({ ...rest, mode }),
  ),
)

const spellings = ['x-data-residency', 'x-residency', 'x-data-region', 'x-regions', 'x-region']

/** `x-data-residency` and its other spellings; without a mode data must stay there. */
export function readResidency(node: JsonObject, at: Origin, problems: Problems): Extension<Residency> {
  const extension = firstOf(node, spellings)
  if (extension === undefined || own(node, extension) === undefined) return undefined
  const severity = extension === 'x-data-residency' ? 'error' : 'warning'
  return readExtension(node, at, extension, residencyShape, problems, severity)
}
