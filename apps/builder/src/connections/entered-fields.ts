import type { Connection, ConnectionField, ConnectionKind, Setting } from '@voronka/api'

/** What stands in a form: switches as they are, everything else as text. */
export type Entered = Readonly<Record<string, string | boolean>>

/** The form of a kind as it begins; standard addresses are not written into it but show through. */
export function begun({ fields }: ConnectionKind, connection?: Pick<Connection, 'settings'>): Entered {
  return Object.fromEntries(fields.map((field) => [field.name, beginning(field, connection?.settings[field.name])]))
}

/** What is sent: numbers that were emptied are standard again, secrets that were not entered stay away. */
export function sent({ fields }: ConnectionKind, entered: Entered): Record<string, Setting> {
  const values: Record<string, Setting> = {}
  for (const field of fields) {
    const value = entered[field.name]
    if (value === undefined || (field.type === 'secret' && value === '')) continue
    values[field.name] = field.type === 'number' && typeof value === 'string' ? numberOf(value, field.standard) : value
  }
  return values
}

function beginning(field: ConnectionField, stored: Setting | undefined): string | boolean {
  if (field.type === 'secret') return ''
  if (field.type === 'switch') return typeof stored === 'boolean' ? stored : field.standard
  if (field.type === 'address') return stored === undefined || stored === field.standard ? '' : String(stored)
  return String(stored ?? field.standard)
}

/** What cannot be read is sent as it was written, and refused. */
function numberOf(text: string, standard: number): Setting {
  const written = text.trim().replace(',', '.')
  if (written === '') return standard
  return Number.isFinite(Number(written)) ? Number(written) : written
}
