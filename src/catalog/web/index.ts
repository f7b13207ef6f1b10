export { createPages, type Pages, type PagesSettings } from './create-pages.js'
export { mountPages } from './mount-pages.js'
export { type ExportedPages, FolderInUseError } from './static/export-pages.js'
export { type ExportStoreOptions, exportStore } from './static/export-store.js'
