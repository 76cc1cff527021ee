/** Besides an empty text, host functions take the word `none` for an argument left out (crm-and-tasks, section 1). */
export function isBlank(text: string): boolean {
  return text === '' || text === 'none' || text === 'None'
}
