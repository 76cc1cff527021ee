/** True for IANA names of time zones, such as `Europe/Moscow`. */
export function isTimeZone(name: string): boolean {
  const known = checked.get(name)
  if (known !== undefined) return known
  const valid = constructs(name)
  checked.set(name, valid)
  return valid
}

/** Making a formatter is slow, and a project asks for the same one again and again. */
const checked = new Map<string, boolean>()

function constructs(name: string): boolean {
  // Offsets such as +03:00 are understood by Intl but are no zones: they know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
