import { actionSchema, actionTypeWords, actionTypes, type Action } from '@voronka/flow'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Menu } from '../ui/index.ts'
import { ActionRow } from './ActionRow.tsx'
import { moved } from './arrange-actions.ts'
import { Remark } from './fields/Remark.tsx'
import { usePanelTools } from './panel-tools.ts'

interface ActionFieldsProps {
  readonly actions: readonly Action[]
  readonly onChange: (actions: Action[]) => void
}

/** What can be added: Python is only kept, where an import brought it. */
const offered = actionTypes.filter((type) => type !== 'python')

/** The actions in the order in which they run: dragged, or moved with the arrow keys. */
export function ActionFields({ actions, onChange }: ActionFieldsProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const [dragged, setDragged] = useState<number>()
  const [news, setNews] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const move = (from: number, to: number) => {
    const after = moved(actions, from, to)
    if (after === actions) return
    onChange([...after])
    setNews(t('actions.moved', { place: to + 1, count: actions.length }))
    // The keys go on moving the same action.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-handle="${to}"]`)?.focus())
  }
  return (
    <div ref={list} className="flex flex-col gap-2">
      <Remark>{t('actions.order')}</Remark>
      {actions.length > 0 && (
        <ol className="flex flex-col gap-2">
          {actions.map((action, index) => (
            <ActionRow
              // The list is edited in place and has no ids of its own.
              key={index}
              action={action}
              index={index}
              dragged={dragged === index}
              onChange={(changed) => onChange(actions.with(index, changed))}
              onRemove={() => onChange(actions.toSpliced(index, 1))}
              onStep={(by) => move(index, index + by)}
              onDrag={() => setDragged(index)}
              onDrop={() => {
                if (dragged !== undefined) move(dragged, index)
                setDragged(undefined)
              }}
            />
          ))}
        </ol>
      )}
      <Menu
        trigger={<Button icon={<Plus size={16} />}>{t('actions.add')}</Button>}
        items={offered.map((type) => ({
          label: actionTypeWords[type][language],
          onSelect: () => onChange([...actions, actionSchema.parse({ type })]),
        }))}
      />
      <output className="sr-only">{news}</output>
    </div>
  )
}
