import { leadSettingsSchema, type LeadSettings } from '@voronka/api'
import { settle, type Step } from '@voronka/flow/engine'
import type { Db } from '../db/contract.ts'
import { endingOf, hashOf } from '../secrets/secrets.ts'

const usual: LeadSettings = leadSettingsSchema.parse({})

export type LeadSettingsStore = ReturnType<typeof leadSettingsStore>

interface SettingsRow {
  readonly document: string
  readonly key_ending: string | null
  readonly form_key: string | null
}

/** How a project takes leads in, with the keys that bring them. Of the key of the API only a hash is kept. */
export function leadSettingsStore(db: Db) {
  const { build } = db
  const find = db.prepare((build, key: { project: number }) =>
    build.selectFrom('lead_settings').select(['document', 'key_ending', 'form_key']).where('project_id', '=', key.project),
  )
  const present = (column: 'key_hash' | 'form_key') =>
    db.prepare((build, key: { value: string }) =>
      build
        .selectFrom('lead_settings')
        .innerJoin('projects', 'projects.id', 'lead_settings.project_id')
        .select('lead_settings.project_id')
        .where(`lead_settings.${column}`, '=', key.value)
        .where('projects.deleted_at', 'is', null),
    )
  const [byKey, byForm] = [present('key_hash'), present('form_key')]

  function* write(
    project: number,
    fields: Partial<{ document: string; key_hash: string; key_ending: string; form_key: string }>,
  ): Step<void> {
    const row = { project_id: project, document: JSON.stringify(usual), key_hash: null, key_ending: null, form_key: null, ...fields }
    const query = build.insertInto('lead_settings').values(row)
    yield* settle(db.run(query.onConflict((conflict) => conflict.column('project_id').doUpdateSet(fields))))
  }

  return {
    *get(project: number): Step<LeadSettings & { keyEnding: string | null; formKey: string | null }> {
      const row: SettingsRow | undefined = yield* settle(find.first({ project }))
      if (!row) return { ...usual, keyEnding: null, formKey: null }
      // Written by `set` below and by nobody else.
      return { ...usual, ...(JSON.parse(row.document) as LeadSettings), keyEnding: row.key_ending, formKey: row.form_key }
    },

    set: (project: number, settings: LeadSettings) => write(project, { document: JSON.stringify(settings) }),

    renewKey: (project: number, key: string) => write(project, { key_hash: hashOf(key), key_ending: endingOf(key) }),

    renewForm: (project: number, key: string) => write(project, { form_key: key }),

    /** Whose key of the leads API that is. */
    *projectOfKey(key: string): Step<number | undefined> {
      return key === '' ? undefined : (yield* settle(byKey.first({ value: hashOf(key) })))?.project_id
    },

    *projectOfForm(key: string): Step<number | undefined> {
      return key === '' ? undefined : (yield* settle(byForm.first({ value: key })))?.project_id
    },
  }
}
