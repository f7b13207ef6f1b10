import type { NotesHandlers } from './generated/notes/server.js'
import type { Note } from './generated/notes/types/note.js'

const notes: Note[] = []

// This file is yours: `tenantkit generate` adds missing handlers at the end, and touches nothing else.
export const handlers: NotesHandlers = {
  listNotes({ tenant, respond }) {
    return respond.ok(notes.filter((note) => note.tenantId === tenant.id))
  },
  addNote({ body, tenant, respond }) {
    const note: Note = { ...body, id: notes.length + 1, tenantId: tenant.id }
    notes.push(note)
    return respond.created(note)
  },
}
