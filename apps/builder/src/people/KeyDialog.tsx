import { createApiKey } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField, Dialog, Select, TextInput } from '../ui/index.ts'
import { nothingOpen } from './nothing-open.ts'
import { PermissionsFields } from './PermissionsFields.tsx'
import { keysQuery } from './queries.ts'
import { useRefusal } from './use-people.ts'

const terms = ['30', '90', '365', 'none'] as const
const dayMs = 86_400_000

/** Makes a key and shows it this once. */
export function KeyDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('people')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState(nothingOpen)
  const [term, setTerm] = useState<(typeof terms)[number]>('90')
  const [secret, setSecret] = useState<string>()
  if (secret !== undefined)
    return (
      <Dialog
        open
        wide
        onClose={onClose}
        title={t('keys.ready')}
        about={t('keys.readyAbout')}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('keys.kept')}
          </Button>
        }
      >
        <CopyField label={t('keys.secret')} value={secret} />
        <pre className="mt-3 overflow-x-auto rounded-md bg-sunken p-2 text-xs">
          {`curl -H "Authorization: Bearer ${secret}" ${window.location.origin}/api/projects/${projectId}`}
        </pre>
      </Dialog>
    )
  return (
    <ConfirmDialog
      wide
      title={t('keys.new')}
      about={t('keys.dialogAbout')}
      action={t('keys.make')}
      faultOf={refusal}
      run={() =>
        call(createApiKey, {
          projectId,
          name: name.trim(),
          scopes: { sections: { ...scopes.sections }, rights: [...scopes.rights] },
          expiresAt: term === 'none' ? null : new Date(Date.now() + Number(term) * dayMs).toISOString(),
        })
      }
      onDone={(made) => {
        setSecret(made.secret)
        void queries.invalidateQueries({ queryKey: keysQuery(projectId).queryKey })
      }}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          label={t('keys.name')}
          placeholder={t('keys.namePlaceholder')}
          autoComplete="off"
          required
          maxLength={100}
          value={name}
          onChange={setName}
        />
        <Select
          label={t('keys.term')}
          value={term}
          options={terms.map((value) => ({
            value,
            label: value === 'none' ? t('keys.forEver') : t('invite.forDays', { count: Number(value) }),
          }))}
          onChange={(chosen) => setTerm(chosen)}
        />
      </div>
      <PermissionsFields value={scopes} onChange={setScopes} />
    </ConfirmDialog>
  )
}
