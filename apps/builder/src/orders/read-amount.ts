/** A sum as a person writes it: `1 500,50`. Null: nothing was written. Undefined: it is no number. */
export function readAmount(text: string): number | null | undefined {
  const written = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (written === '') return null
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(written) ? Number(written) : undefined
}
