import { sql } from 'kysely'
import type { Dialect } from './dialect.js'

/** SQLite with FTS5. Transactions begin as writers (`BEGIN IMMEDIATE`), so there is nothing to lock in them. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  bytes: 'blob',
  identity: 'integer primary key autoincrement',
  isTaken: (error) => codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY' || codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE',
  isBusy: (error) => /^SQLITE_(?:BUSY|LOCKED)/.test(String(codeOf(error))),
  lock: async () => undefined,
  locksRows: false,
  definitions: [
    `create virtual table entry_index using fts5(
       label_words, text_words, content='entry', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
    `create trigger entry_added after insert on entry begin
       insert into entry_index(rowid, label_words, text_words)
       values (new.id, new.label_words, new.text_words);
     end`,
    `create trigger entry_removed after delete on entry begin
       insert into entry_index(entry_index, rowid, label_words, text_words)
       values ('delete', old.id, old.label_words, old.text_words);
     end`,
    `create trigger audit_unchanged before update on audit begin select raise(abort, 'the audit is append-only'); end`,
    `create trigger audit_undeleted before delete on audit begin select raise(abort, 'the audit is append-only'); end`,
  ],
  search(words) {
    const terms = words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`))
    const match = `{label_words text_words} : (${terms.join(' AND ')})`
    return {
      from: sql`entry_index join entry on entry.id = entry_index.rowid`,
      condition: sql<boolean>`entry_index match ${match}`,
      // The rank of FTS5 is smaller for better.
      rank: sql<number>`-bm25(entry_index, 10, 1)`,
    }
  },
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
