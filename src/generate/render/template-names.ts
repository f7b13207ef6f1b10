/** The skeletons of files, by name: `templates/types.hbs` and so on. A user's folder may override each. */
export const templateNames = ['types', 'operations', 'client', 'server-tag', 'server'] as const
export type TemplateName = (typeof templateNames)[number]
