/** Monday first, in full: `Monday`. */
export function longWeekdayNames(language: string): string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => {
    const text = name.format(Date.UTC(2024, 0, 1 + index))
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
  })
}
