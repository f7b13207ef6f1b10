import type { Problems } from '../../problem.js'
import type { Budget } from '../budget.js'
import type { Locate } from '../create-sources.js'
import type { OpenDocument } from '../open-document.js'
import { applyOverlay, type Overlaid } from './apply-overlay.js'
import { createDraft } from './draft.js'
import { extendsOther } from './extends-other.js'
import { createProvenance } from './provenance.js'
import { readOverlay } from './read-overlay.js'

export interface OverlaidContract {
  readonly contract: OpenDocument
  /** Where the parts of the contract stand that overlays made or moved. */
  readonly locate: Locate
}

/** Applies overlays to a contract, in their order. The contract itself is not changed. */
export function applyOverlays(
  contract: OpenDocument,
  overlays: readonly OpenDocument[],
  problems: Problems,
  budget: Budget,
): OverlaidContract {
  const { document } = contract
  const provenance = createProvenance({ document: document.id, pointer: '' })
  const draft = createDraft(document.value)
  const overlaid: Overlaid = { draft, provenance, problems, limits: budget.limits, nodesLeft: budget.nodesLeft() }
  for (const open of overlays) {
    const overlay = readOverlay(open.document, problems)
    if (!overlay) continue
    if (overlay.extends !== undefined && extendsOther(overlay.extends, open, contract)) {
      const at = { document: open.document.id, pointer: '/extends' }
      problems.report('TK1408', { extends: overlay.extends, file: document.file }, { at })
    }
    applyOverlay(overlay, overlaid)
  }
  return {
    contract: { ...contract, document: { ...document, value: draft.value() } },
    locate: (at, part) => (at.document === document.id ? provenance.locate(at.pointer, part) : at),
  }
}
