/** A value as the audit log keeps it: JSON, without what is secret by its name, and no longer than a person reads. Null when there is nothing. */
export function auditValue(value: unknown): string | null {
  if (value === undefined || value === null) return null
  const text = JSON.stringify(value, (name, part: unknown) => {
    if (secretName.test(name) && part !== null && part !== '' && typeof part !== 'boolean') return hidden
    return typeof part === 'string' && part.length > longestText ? `${part.slice(0, longestText)}…` : part
  })
  return text.length > longestValue ? JSON.stringify(`${text.slice(0, longestValue)}…`) : text
}

/** Names of what nobody but its owner may read. */
export const secretName = /passw|secret|token|api_?key|authorization|cookie|signature|credential/i
const hidden = '[hidden]'
const longestText = 1000
const longestValue = 8000
