import { retentionSchema, type Retention } from '@voronka/api'

/** A number of days as somebody writes it; null: nothing is written, for ever. Undefined: it cannot be that. */
export function readDays(text: string, name: keyof Retention): number | null | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '')
  if (digits !== '' && !/^\d{1,9}$/.test(digits)) return undefined
  const days = digits === '' ? null : Number(digits)
  return retentionSchema.shape[name].safeParse(days).success ? days : undefined
}
