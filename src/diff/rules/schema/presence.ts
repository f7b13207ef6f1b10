import type { EditOf } from '../../edit/edit.js'

/** What to say of a keyword that came, went or changed. */
export function presence({ action }: EditOf<'schema'>, what: string): string {
  switch (action) {
    case 'added':
      return `says ${what}, and did not before`
    case 'removed':
      return `no longer says ${what}`
    default:
      return `says otherwise ${what}`
  }
}
