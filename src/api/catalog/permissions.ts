/** Of its own, because the command line needs nothing else of the catalog to say what may be asked for. */
export { jobPermissions, permissions } from '../../catalog/access/permissions.js'
