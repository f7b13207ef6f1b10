import { type Loaded, loadContract } from '../../contract/index.js'
import { type Bundle, type Coordinates, catalogReference } from '../model/index.js'

/**
 * Reads the contract of a bundle, with its overlays. Nothing is read from this machine or the network. What only the named
 * parsers refuse is a matter of linting.
 */
export function openBundle(coordinates: Coordinates, bundle: Bundle): Promise<Loaded> {
  return loadContract(catalogReference(coordinates), {
    catalog: () => Promise.resolve(bundle),
    validation: 'never',
  })
}
