import { createPublicKey, publicPermissions, updatePublicKey, type PublicKey, type PublicPermission } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import type { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField, Dialog, TextInput } from '../ui/index.ts'

interface PublicKeyDialogProps {
  /** Changes this one; without it a new one is made. */
  readonly apiKey?: PublicKey
  onDone(): void
  onClose(): void
}

/** What a key is called and what it opens; a new one is shown this once, with an address to try. */
export function PublicKeyDialog({ apiKey, onDone, onClose }: PublicKeyDialogProps) {
  const { t } = useTranslation('integrations')
  const { id: projectId } = useProject()
  const [name, setName] = useState(apiKey?.name ?? '')
  const [permissions, setPermissions] = useState<readonly PublicPermission[]>(apiKey?.permissions ?? ['clients.read', 'clients.write'])
  const [secret, setSecret] = useState<string>()
  if (secret !== undefined)
    return (
      <Dialog
        open
        wide
        onClose={onClose}
        title={t('ready')}
        about={t('readyAbout')}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('kept')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <CopyField label={t('secret')} value={secret} autoFocus />
          <CopyField label={t('example')} value={`${window.location.origin}/api/${secret}/connected_channels`} />
        </div>
      </Dialog>
    )
  const toggle = (permission: PublicPermission) =>
    setPermissions(permissions.includes(permission) ? permissions.filter((each) => each !== permission) : [...permissions, permission])
  const save = async (): Promise<string | undefined> => {
    const asked = { projectId, name: name.trim(), permissions: [...permissions] }
    if (!apiKey) return (await call(createPublicKey, asked)).secret
    await call(updatePublicKey, { ...asked, key: apiKey.id })
    return undefined
  }
  return (
    <ConfirmDialog
      title={apiKey ? t('changeTitle', { name: apiKey.name }) : t('new')}
      about={t('dialogAbout')}
      action={apiKey ? t('save') : t('make')}
      faultOf={(error: ApiError) => (error.code === 'more-than-yours' ? t('moreThanYours') : undefined)}
      run={save}
      onDone={(made) => {
        onDone()
        if (made === undefined) onClose()
        else setSecret(made)
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        placeholder={t('namePlaceholder')}
        autoComplete="off"
        required
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-xs text-muted">{t('permissions')}</legend>
        {publicPermissions.map((permission) => (
          <label key={permission} className="flex items-start gap-2 text-sm">
            <input
              type="checkbox"
              className="mt-1 accent-accent"
              // At least one: a key that opens nothing is of no use.
              required={!permissions.length}
              checked={permissions.includes(permission)}
              onChange={() => toggle(permission)}
            />
            <span>
              {t(`permission.${permission}`)} <code className="text-xs text-faint">{permission}</code>
            </span>
          </label>
        ))}
      </fieldset>
    </ConfirmDialog>
  )
}
