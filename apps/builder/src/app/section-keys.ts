/** The two keys that open a section, one after the other, as they are printed. */
export const sectionKeys = (code: string): string => `G ${code.replace(/^Key/, '')}`
