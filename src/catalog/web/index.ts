export { createPages, type Pages, type PagesSettings } from './create-pages.js'
export { mountPages } from './mount-pages.js'
