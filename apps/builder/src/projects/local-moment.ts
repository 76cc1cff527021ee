/** As a field for a moment has it, in the time of the person. */
export const localMoment = (date: Date): string => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
