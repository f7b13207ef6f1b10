/** Apart from what writes them, so that who only names one need not load that. */
export const changelogFormats = ['markdown', 'json', 'html'] as const
export type ChangelogFormat = (typeof changelogFormats)[number]
