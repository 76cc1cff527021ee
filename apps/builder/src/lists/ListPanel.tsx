import { deleteList, deleteListMembers, exportListMembers, updateList } from '@voronka/api'
import type { ListInfo } from '@voronka/api'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Download, FileUp, Megaphone, MessagesSquare, Trash2, UserMinus, UserPlus, UserX, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { labelColors } from '../crm/index.ts'
import { Button, Dialog, IconButton, TextInput } from '../ui/index.ts'
import { CsvImport } from './CsvImport.tsx'
import { MembersDialog } from './MembersDialog.tsx'
import { saveFile } from './save-file.ts'
import { useChange } from './use-change.ts'

interface ListPanelProps {
  readonly list: ListInfo
  readonly editable: boolean
  onClose(): void
}

/** One list: what it is called, and everything that can be done with its members. */
export function ListPanel({ list, editable, onClose }: ListPanelProps) {
  const { t } = useTranslation('lists')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const language = useLanguage()
  const change = useChange<unknown>()
  const of = { projectId, list: list.number }
  const [name, setName] = useState(list.name)
  const [folder, setFolder] = useState(list.folder)
  const [dialog, setDialog] = useState<'add' | 'exclude' | 'csv' | 'delete' | 'delete-members'>()
  const [confirm, setConfirm] = useState('')
  const close = () => setDialog(undefined)
  const download = () =>
    change.mutate(() =>
      call(exportListMembers, { ...of, delimiter: language === 'ru' ? 'semicolon' : 'comma' }).then(({ name: file, content }) =>
        saveFile(file, content),
      ),
    )
  return (
    <aside
      aria-label={list.name}
      className="absolute inset-0 z-10 flex flex-col border-l border-line bg-surface sm:static sm:w-80 sm:shrink-0"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-medium">{list.name}</h2>
        <IconButton label={say('ui.close')} icon={<X size={16} />} onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <p className="text-sm">
          {t('members', { count: list.members })} <span className="text-xs text-faint">· {t('number', { number: list.number })}</span>
        </p>
        <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-3">
          <TextInput
            label={t('name')}
            maxLength={255}
            value={name}
            onChange={setName}
            onBlur={() =>
              name.trim() && name.trim() !== list.name
                ? change.mutate(() => call(updateList, { ...of, name: name.trim() }))
                : setName(list.name)
            }
          />
          <TextInput
            label={t('folder')}
            maxLength={255}
            value={folder}
            onChange={setFolder}
            onBlur={() => folder.trim() !== list.folder && change.mutate(() => call(updateList, { ...of, folder: folder.trim() }))}
          />
          <Colors label={t('color')} color={list.color} onChange={(color) => change.mutate(() => call(updateList, { ...of, color }))} />
        </fieldset>
        <div className="flex flex-col items-stretch gap-2">
          {rights.may('clients') && (
            <Link
              to="/p/$projectId/clients"
              params={{ projectId }}
              search={{ list: list.number }}
              className="inline-flex h-8 items-center justify-center gap-2 rounded-md border border-line text-sm hover:bg-hover"
            >
              <MessagesSquare size={14} aria-hidden />
              {t('show')}
            </Link>
          )}
          {rights.may('broadcasts', 'edit') && (
            <Link
              to="/p/$projectId/broadcasts"
              params={{ projectId }}
              search={{ new: list.number, list: list.number }}
              className="inline-flex h-8 items-center justify-center gap-2 rounded-md border border-line text-sm hover:bg-hover"
            >
              <Megaphone size={14} aria-hidden />
              {t('broadcast')}
            </Link>
          )}
          {editable && (
            <>
              <Button icon={<UserPlus size={14} aria-hidden />} onClick={() => setDialog('add')}>
                {t('addMembers')}
              </Button>
              <Button icon={<UserMinus size={14} aria-hidden />} onClick={() => setDialog('exclude')}>
                {t('exclude')}
              </Button>
              <Button icon={<FileUp size={14} aria-hidden />} onClick={() => setDialog('csv')}>
                {t('csv.title')}
              </Button>
            </>
          )}
          {rights.has('clients.exportCsv') && (
            <Button icon={<Download size={14} aria-hidden />} onClick={download}>
              {t('download')}
            </Button>
          )}
        </div>
        {editable && (
          <div className="mt-auto flex flex-col items-stretch gap-2 pt-4">
            <Button look="risky" icon={<Trash2 size={14} aria-hidden />} onClick={() => setDialog('delete')}>
              {t('delete.do')}
            </Button>
            {rights.has('clients.delete') && list.members > 0 && (
              <Button look="risky" icon={<UserX size={14} aria-hidden />} onClick={() => setDialog('delete-members')}>
                {t('deleteMembers.do')}
              </Button>
            )}
          </div>
        )}
      </div>
      {(dialog === 'add' || dialog === 'exclude') && <MembersDialog list={list} change={dialog} onClose={close} />}
      {dialog === 'csv' && <CsvImport list={list} onClose={close} />}
      <Dialog
        open={dialog === 'delete'}
        onClose={close}
        title={t('delete.title', { name: list.name })}
        about={t('delete.about')}
        actions={
          <>
            <Button onClick={close}>{say('ui.cancel')}</Button>
            <Button look="danger" busy={change.isPending} onClick={() => change.mutate(() => call(deleteList, of), { onSuccess: onClose })}>
              {say('ui.delete')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
      <Dialog
        open={dialog === 'delete-members'}
        onClose={close}
        title={t('deleteMembers.title', { count: list.members })}
        about={t('deleteMembers.about')}
        actions={
          <>
            <Button onClick={close}>{say('ui.cancel')}</Button>
            <Button
              look="danger"
              disabled={confirm !== list.name}
              busy={change.isPending}
              onClick={() => change.mutate(() => call(deleteListMembers, { ...of, confirm }), { onSuccess: close })}
            >
              {t('deleteMembers.sure')}
            </Button>
          </>
        }
      >
        <TextInput label={t('deleteMembers.confirm', { name: list.name })} value={confirm} onChange={setConfirm} />
      </Dialog>
    </aside>
  )
}

interface ColorsProps {
  readonly label: string
  readonly color: number
  onChange(color: number): void
}

/** The ten colours of labels and lists. */
export function Colors({ label, color, onChange }: ColorsProps) {
  const { t } = useTranslation('lists')
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-1.5">
      {labelColors.map((look, number) => (
        <button
          key={look}
          type="button"
          role="radio"
          aria-checked={color === number}
          aria-label={t('colorNumber', { number })}
          onClick={() => onChange(number)}
          className={clsx('size-5 rounded-full outline-offset-2 aria-checked:outline-2 aria-checked:outline-accent', look)}
        />
      ))}
    </div>
  )
}
