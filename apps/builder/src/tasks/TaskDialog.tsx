import type { TaskInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { takesFiles } from '../files/index.ts'
import { ClientPicker, operatorsQuery, type ChosenClient } from '../crm/index.ts'
import { Button, Dialog, Segments, Select, TextArea, TextInput } from '../ui/index.ts'
import { today } from './days.ts'
import { TaskFiles } from './TaskFiles.tsx'
import { columnsQuery } from './tasks.queries.ts'
import { useTaskUploads } from './use-task-uploads.ts'
import { useTaskActions, type NewTask } from './use-task-actions.ts'

/** What a new task begins with: the place where "+" was pressed. */
export interface TaskStart {
  readonly date?: string
  readonly column?: number
  readonly client?: ChosenClient
  readonly order?: number
}

interface TaskDialogProps {
  /** The task to change; none: a new one. */
  readonly task?: TaskInfo
  readonly start?: TaskStart
  readonly editable: boolean
  onClose(): void
}

/** One form for a new task and an old one. What is rarely needed is folded away until it is asked for. */
export function TaskDialog({ task, start = {}, editable, onClose }: TaskDialogProps) {
  const { t } = useTranslation('tasks')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const { data: columns = [] } = useQuery(columnsQuery(projectId))
  const { create, save, remove } = useTaskActions()
  const [fields, setFields] = useState(() => beginning(task, start))
  const [client, setClient] = useState<ChosenClient | null>(task?.client ?? start.client ?? null)
  const [more, setMore] = useState(task !== undefined)
  const set = (changed: Partial<NewTask>) => setFields((former) => ({ ...former, ...changed }))
  const uploads = useTaskUploads(fields.attachments.length, (file) =>
    setFields((former) => ({ ...former, attachments: [...former.attachments, file] })),
  )
  const ready = editable && !uploads.busy && fields.title.trim() !== '' && fields.date !== ''
  const busy = create.isPending || save.isPending
  const keep = () => {
    const asked = { ...fields, title: fields.title.trim(), client: client?.id ?? null }
    if (task) save.mutate({ task, fields: asked }, { onSuccess: onClose })
    else create.mutate(asked, { onSuccess: onClose })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(task ? 'dialog.change' : 'dialog.new')}
      actions={
        <>
          {task && editable && (
            <Button
              look="risky"
              icon={<Trash2 size={14} aria-hidden />}
              className="mr-auto"
              onClick={() => {
                remove(task)
                onClose()
              }}
            >
              {say('ui.delete')}
            </Button>
          )}
          <Button onClick={onClose}>{say(editable ? 'ui.cancel' : 'ui.close')}</Button>
          {editable && (
            <Button look="primary" disabled={!ready} busy={busy} onClick={keep}>
              {task ? say('ui.save') : t('dialog.create')}
            </Button>
          )}
        </>
      }
    >
      <form
        {...(editable &&
          takesFiles((files) => {
            setMore(true)
            uploads.add(files)
          }))}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) keep()
        }}
      >
        <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-3 pb-2">
          <TextInput label={t('fields.title')} value={fields.title} maxLength={255} onChange={(title) => set({ title })} />
          <div className="grid grid-cols-2 gap-3">
            <TextInput type="date" label={t('fields.date')} value={fields.date} onChange={(date) => set({ date })} />
            <TextInput
              type="time"
              label={t('fields.time')}
              hint={fields.time === null ? t('fields.wholeDay') : undefined}
              value={fields.time ?? ''}
              onChange={(time) => set({ time: time || null })}
            />
            <Select
              label={t('fields.responsible')}
              value={fields.responsible === null ? '' : String(fields.responsible)}
              options={[
                { value: '', label: t('free') },
                ...operators.map(({ account, name }) => ({ value: String(account), label: name })),
              ]}
              onChange={(account) => set({ responsible: account === '' ? null : Number(account) })}
            />
            <ClientPicker label={t('fields.client')} value={client} onChange={setClient} />
          </div>
          <Segments
            label={t('fields.priority')}
            value={fields.priority}
            options={(['low', 'medium', 'high'] as const).map((value) => ({ value, text: t(`priority.${value}`) }))}
            onChange={(priority) => set({ priority })}
          />
          {more ? (
            <>
              <TextArea
                label={t('fields.description')}
                value={fields.description}
                maxLength={20_000}
                onChange={(description) => set({ description })}
              />
              <Select
                label={t('fields.column')}
                value={fields.column === null ? '' : String(fields.column)}
                options={[
                  { value: '', label: t('noColumn') },
                  ...columns.map(({ number, name }) => ({ value: String(number), label: name })),
                ]}
                onChange={(column) => set({ column: column === '' ? null : Number(column) })}
              />
              <TaskFiles files={fields.attachments} uploads={uploads} onChange={(attachments) => set({ attachments })} />
            </>
          ) : (
            <Button small look="quiet" className="self-start text-accent" onClick={() => setMore(true)}>
              {t('dialog.more')}
            </Button>
          )}
        </fieldset>
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

function beginning(task: TaskInfo | undefined, start: TaskStart): Omit<NewTask, 'client'> {
  return {
    title: task?.title ?? '',
    description: task?.description ?? '',
    date: task?.date ?? start.date ?? today(),
    time: task?.time ?? null,
    priority: task?.priority ?? 'medium',
    responsible: task?.responsible?.account ?? null,
    order: task?.order ?? start.order ?? null,
    column: task?.column ?? start.column ?? null,
    attachments: task?.attachments.map(({ url, name }) => ({ url, name })) ?? [],
  }
}
