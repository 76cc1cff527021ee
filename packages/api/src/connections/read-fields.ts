import type { ConnectionField, ConnectionKind } from './connection-kind.ts'

export type Setting = string | number | boolean

export interface ReadFields {
  /** Every field that is no secret, entered or standard. */
  readonly settings: Readonly<Record<string, Setting>>
  /** Those secrets that were entered. */
  readonly secrets: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly problem: 'required' | 'wrong' | 'unknown' }[]
}

/**
 * What a person entered for a connection, over what there was before. A secret that is left out stays as it is; `kept` names those that there are.
 */
export function readFields(
  { fields }: ConnectionKind,
  entered: Readonly<Record<string, Setting>>,
  before: Readonly<Record<string, Setting>> = {},
  kept: readonly string[] = [],
): ReadFields {
  const settings: Record<string, Setting> = {}
  const secrets: Record<string, string> = {}
  const problems: ReadFields['problems'][number][] = []
  for (const name of Object.keys(entered))
    if (!fields.some((field) => field.name === name)) problems.push({ field: name, problem: 'unknown' })
  for (const field of fields) {
    const { name, required } = field
    const value = trimmed(entered[name])
    if (field.type === 'secret') {
      if (value === undefined || value === '') {
        if (required && !kept.includes(name)) problems.push({ field: name, problem: 'required' })
      } else if (typeof value === 'string' && value.length <= field.longest) secrets[name] = value
      else problems.push({ field: name, problem: 'wrong' })
      continue
    }
    const entry = value ?? before[name] ?? field.standard
    const chosen = entry === '' && field.type === 'address' ? field.standard : entry
    settings[name] = chosen
    if (chosen === '' && required) problems.push({ field: name, problem: 'required' })
    else if (!fits(field, chosen)) problems.push({ field: name, problem: 'wrong' })
  }
  return { settings, secrets, problems }
}

const trimmed = (value: Setting | undefined): Setting | undefined => (typeof value === 'string' ? value.trim() : value)

function fits(field: Exclude<ConnectionField, { type: 'secret' }>, value: Setting): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.length <= field.longest
    case 'address':
      return typeof value === 'string' && (value === '' || (value.length <= 2000 && /^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/i.test(value)))
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= field.least && value <= field.most
    case 'switch':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
  }
}
