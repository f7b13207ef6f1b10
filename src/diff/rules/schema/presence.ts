import type { Schema } from '../../../contract/model/index.js'
import type { EditOf } from '../../edit/edit.js'

/** What to say of a keyword that came or went. */
export function presence({ action }: EditOf<'schema'>, what: string): string {
  return action === 'added' ? `says ${what}, and did not before` : `no longer says ${what}`
}

/** The same of a keyword about all the rest, which may close what it stands in, or declare that it is open. */
export function openness(edit: EditOf<'schema'>, rest: string): string {
  const { always } = (edit.to ?? edit.from) as Schema
  if (always === undefined) return presence(edit, `what ${rest} are`)
  const state = always ? `declared open to ${rest}` : `closed to ${rest}`
  return edit.action === 'added' ? `is ${state}` : `is no longer ${state}`
}
