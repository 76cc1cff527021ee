import { createQuickReply, deleteQuickReply, updateQuickReply } from '@voronka/api'
import type { QuickReply } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, IconButton, Skeleton, TextArea, TextInput, toast } from '../ui/index.ts'
import { repliesQuery } from './clients.queries.ts'

type Edited = Omit<QuickReply, 'number'> & { readonly number?: number }

/** Texts that are sent often, in folders: chosen, written, changed. */
export function QuickReplies({ onChoose, onClose }: { onChoose(text: string): void; onClose(): void }) {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const { data: replies } = useQuery(repliesQuery(projectId))
  const [search, setSearch] = useState('')
  const [edited, setEdited] = useState<Edited>()
  const { keep, remove } = useReplies()
  const editable = rights.may('clients', 'edit')
  const wanted = search.trim().toLowerCase()
  const found = (replies ?? []).filter(
    ({ title, text }) => !wanted || title.toLowerCase().includes(wanted) || text.toLowerCase().includes(wanted),
  )
  const folders = [...new Set(found.map(({ folder }) => folder))]
  if (edited) {
    return (
      <Dialog
        open
        onClose={() => setEdited(undefined)}
        title={t(edited.number === undefined ? 'replies.new' : 'replies.change')}
        actions={
          <Button
            look="primary"
            disabled={!edited.title.trim() || !edited.text.trim()}
            busy={keep.isPending}
            onClick={() => keep.mutate(edited, { onSuccess: () => setEdited(undefined) })}
          >
            {t('replies.keep')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3 pb-2">
          <TextInput label={t('replies.name')} maxLength={255} value={edited.title} onChange={(title) => setEdited({ ...edited, title })} />
          <TextInput
            label={t('replies.folder')}
            maxLength={100}
            value={edited.folder}
            onChange={(folder) => setEdited({ ...edited, folder })}
          />
          <TextArea
            label={t('replies.text')}
            hint={t('replies.textHint')}
            maxLength={16_000}
            value={edited.text}
            onChange={(text) => setEdited({ ...edited, text })}
          />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('composer.replies')}>
      <div className="flex flex-col gap-3 pb-3">
        <div className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <TextInput label={t('replies.search')} value={search} onChange={setSearch} />
          </div>
          {editable && (
            <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEdited({ folder: '', title: '', text: '' })}>
              {t('replies.new')}
            </Button>
          )}
        </div>
        {!replies ? (
          <Skeleton className="h-24" />
        ) : !found.length ? (
          <p className="py-4 text-center text-sm text-faint">{t(replies.length ? 'replies.nothing' : 'replies.none')}</p>
        ) : (
          folders.map((folder) => (
            <section key={folder} aria-label={folder || t('replies.noFolder')}>
              {(folder || folders.length > 1) && <h3 className="text-xs text-muted">{folder || t('replies.noFolder')}</h3>}
              <ul className="flex flex-col">
                {found
                  .filter((reply) => reply.folder === folder)
                  .map((reply) => (
                    <li key={reply.number} className="flex items-center gap-1">
                      <button
                        type="button"
                        className="min-w-0 flex-1 rounded-md px-2 py-1.5 text-left hover:bg-hover"
                        onClick={() => onChoose(reply.text)}
                      >
                        <span className="block truncate text-sm">{reply.title}</span>
                        <span className="block truncate text-xs text-faint">{reply.text}</span>
                      </button>
                      {editable && (
                        <>
                          <IconButton
                            small
                            label={t('replies.changeOne', { title: reply.title })}
                            icon={<Pencil size={14} />}
                            onClick={() => setEdited(reply)}
                          />
                          <IconButton
                            small
                            label={t('replies.delete', { title: reply.title })}
                            icon={<Trash2 size={14} />}
                            onClick={() => remove(reply)}
                          />
                        </>
                      )}
                    </li>
                  ))}
              </ul>
            </section>
          ))
        )}
      </div>
    </Dialog>
  )
}

function useReplies() {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const reload = () => queries.invalidateQueries({ queryKey: repliesQuery(projectId).queryKey })
  const keep = useMutation({
    mutationFn: ({ number, folder, title, text }: Edited) =>
      number === undefined
        ? call(createQuickReply, { projectId, folder, title, text })
        : call(updateQuickReply, { projectId, reply: number, folder, title, text }),
    onError: () => toast.error(t('failed')),
    onSettled: reload,
  })
  const remove = async ({ number, folder, title, text }: QuickReply) => {
    try {
      await call(deleteQuickReply, { projectId, reply: number })
      toast(t('replies.deleted', { title }), { action: { label: say('ui.undo'), onClick: () => keep.mutate({ folder, title, text }) } })
    } catch {
      toast.error(t('failed'))
    }
    await reload()
  }
  return { keep, remove: (reply: QuickReply) => void remove(reply) }
}
