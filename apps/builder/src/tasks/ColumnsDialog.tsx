import { createTaskColumn, deleteTaskColumn, orderTaskColumns, updateTaskColumn } from '@voronka/api'
import type { TaskColumn } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, IconButton, TextInput, toast } from '../ui/index.ts'
import { columnColors } from './column-colors.ts'

/** The columns of the task board: names, colours, order. A deleted one leaves its tasks behind. */
export function ColumnsDialog({ columns, onClose }: { readonly columns: readonly TaskColumn[]; onClose(): void }) {
  const { t } = useTranslation('tasks')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [name, setName] = useState('')
  const change = useColumnChange()
  const move = (index: number, by: 1 | -1) => {
    const order = columns.map(({ number }) => number)
    const [moved] = order.splice(index, 1)
    if (moved !== undefined) order.splice(index + by, 0, moved)
    change.mutate(() => call(orderTaskColumns, { projectId, columns: order }))
  }
  const add = () => {
    if (!name.trim()) return
    const color = (columns.length * 2 + 2) % columnColors.length
    change.mutate(() => call(createTaskColumn, { projectId, name: name.trim(), color }), { onSuccess: () => setName('') })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('columns.setup')}
      about={t('columns.about')}
      actions={<Button onClick={onClose}>{say('ui.close')}</Button>}
    >
      <ol className="flex flex-col gap-2">
        {columns.map((column, index) => (
          <li key={column.number} className="flex flex-wrap items-end gap-1">
            <div className="min-w-40 flex-1">
              <ColumnName
                column={column}
                onKeep={(kept) => change.mutate(() => call(updateTaskColumn, { projectId, column: column.number, name: kept }))}
              />
            </div>
            <IconButton
              label={t('columns.earlier', { name: column.name })}
              icon={<ArrowUp size={14} />}
              disabled={!index}
              onClick={() => move(index, -1)}
            />
            <IconButton
              label={t('columns.later', { name: column.name })}
              icon={<ArrowDown size={14} />}
              disabled={index === columns.length - 1}
              onClick={() => move(index, 1)}
            />
            <IconButton
              label={t('columns.delete', { name: column.name })}
              icon={<Trash2 size={14} />}
              onClick={() => change.mutate(() => call(deleteTaskColumn, { projectId, column: column.number }))}
            />
            <div role="radiogroup" aria-label={t('columns.color', { name: column.name })} className="flex w-full flex-wrap gap-1.5">
              {columnColors.map((color, number) => (
                <button
                  key={color}
                  type="button"
                  role="radio"
                  aria-checked={column.color === number}
                  aria-label={String(number)}
                  onClick={() => change.mutate(() => call(updateTaskColumn, { projectId, column: column.number, color: number }))}
                  className={clsx('size-5 rounded-full outline-offset-2 aria-checked:outline-2 aria-checked:outline-accent', color)}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <form
        className="mt-4 flex items-end gap-2 pb-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <div className="min-w-0 flex-1">
          <TextInput label={t('columns.new')} value={name} maxLength={100} onChange={setName} />
        </div>
        <Button type="submit" icon={<Plus size={14} aria-hidden />} disabled={!name.trim()} busy={change.isPending}>
          {t('columns.add')}
        </Button>
      </form>
    </Dialog>
  )
}

function useColumnChange() {
  const { t } = useTranslation('tasks')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onError: () => toast.error(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks', projectId] }),
  })
}

function ColumnName({ column, onKeep }: { readonly column: TaskColumn; onKeep(name: string): void }) {
  const { t } = useTranslation('tasks')
  const [name, setName] = useState(column.name)
  const keep = () => {
    if (name.trim() && name.trim() !== column.name) onKeep(name.trim())
    else setName(column.name)
  }
  return <TextInput label={t('columns.name')} labelHidden value={name} maxLength={100} onChange={setName} onBlur={keep} />
}
