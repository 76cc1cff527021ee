import { createInvitation } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField, Dialog, Select, TextInput } from '../ui/index.ts'
import { RoleSelect } from './RoleSelect.tsx'
import { useRefusal, useReloadPeople } from './use-people.ts'

const days = ['1', '7', '30'] as const

/** Makes a link that lets one person in, and shows it once. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('people')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const reload = useReloadPeople()
  const refusal = useRefusal()
  const [role, setRole] = useState('operator')
  const [email, setEmail] = useState('')
  const [lasts, setLasts] = useState<(typeof days)[number]>('7')
  const [path, setPath] = useState<string>()
  if (path !== undefined)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('invite.ready')}
        about={t('invite.readyAbout')}
        actions={
          <Button look="primary" onClick={onClose}>
            {say('ui.close')}
          </Button>
        }
      >
        <CopyField label={t('invite.link')} value={new URL(path, window.location.origin).href} />
      </Dialog>
    )
  return (
    <ConfirmDialog
      title={t('invite.title')}
      about={t('invite.about')}
      action={t('invite.make')}
      faultOf={refusal}
      run={() => call(createInvitation, { projectId, role, days: Number(lasts), ...(email.trim() && { email: email.trim() }) })}
      onDone={(made) => {
        setPath(made.path)
        reload()
      }}
      onClose={onClose}
    >
      <RoleSelect value={role} onChange={setRole} />
      <TextInput
        label={t('invite.email')}
        hint={t('invite.emailHint')}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={setEmail}
      />
      <Select
        label={t('invite.days')}
        value={lasts}
        options={days.map((value) => ({ value, label: t('invite.forDays', { count: Number(value) }) }))}
        onChange={(chosen) => setLasts(chosen)}
      />
    </ConfirmDialog>
  )
}
