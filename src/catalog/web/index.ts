export { createPages, type Pages, type PagesSettings } from './create-pages.js'
export { createLoading } from './loading/create-loading.js'
export { mountPages } from './mount-pages.js'
export { type ExportedPages, exportPages, FolderInUseError } from './static/export-pages.js'
