import { actionSchema, actionTypeWords, actionTypes, type Action } from '@voronka/flow'
import { GripVertical, Power, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelPicker, ListPicker, StatePicker } from '../crm/index.ts'
import { IconButton, Select } from '../ui/index.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { LongField } from './fields/TextField.tsx'
import { usePanelTools } from './panel-tools.ts'

interface ActionRowProps {
  readonly action: Action
  readonly index: number
  readonly dragged: boolean
  readonly onChange: (action: Action) => void
  readonly onRemove: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onDrag: () => void
  readonly onDrop: () => void
}

/** One action: its kind and its target in sight, on and off one click away. */
export function ActionRow({ action, index, dragged, onChange, onRemove, onStep, onDrag, onDrop }: ActionRowProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const number = index + 1
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      className={`flex flex-col gap-1.5 rounded-md border border-line p-1.5 ${dragged ? 'opacity-40' : ''}`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div className="flex items-center gap-0.5">
        <button
          type="button"
          draggable
          data-handle={index}
          className="flex h-8 w-5 flex-none cursor-grab items-center justify-center rounded-sm text-faint hover:text-text"
          aria-label={t('actions.move', { number })}
          title={t('actions.move', { number })}
          onKeyDown={step}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            onDrag()
          }}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <div className="min-w-0 flex-1">
          <Select
            label={t('actions.kind', { number })}
            labelHidden
            className={action.off ? 'text-faint line-through' : ''}
            value={action.type}
            options={kindsFor(action).map((type) => ({ value: type, label: actionTypeWords[type][language] }))}
            onChange={(type) => onChange(ofKind(action, type))}
          />
        </div>
        <IconButton
          label={t('actions.on', { number })}
          hint={t(action.off ? 'actions.isOff' : 'actions.isOn')}
          icon={<Power size={16} />}
          pressed={!action.off}
          onClick={() => onChange({ ...action, off: !action.off })}
        />
        <IconButton label={t('actions.remove', { number })} icon={<X size={16} />} onClick={onRemove} />
      </div>
      <div className="flex flex-col gap-1.5 pl-5">
        <Target action={action} number={number} onChange={onChange} />
        <FieldProblems field="actions" index={index} />
      </div>
    </li>
  )
}

function Target({ action, number, onChange }: Pick<ActionRowProps, 'action' | 'onChange'> & { readonly number: number }) {
  const { t } = useTranslation('panel')
  switch (action.type) {
    case 'move-to-state':
      return (
        <StatePicker label={t('actions.state', { number })} value={action.state} onChange={(state) => onChange({ ...action, state })} />
      )
    case 'add-label':
    case 'remove-label':
      return (
        <LabelPicker label={t('actions.label', { number })} value={action.label} onChange={(label) => onChange({ ...action, label })} />
      )
    case 'python':
      return (
        <LongField
          label={t('actions.code', { number })}
          labelHidden
          className="font-mono"
          value={action.code}
          onChange={(code) => onChange({ ...action, code })}
        />
      )
    default:
      return <ListPicker label={t('actions.list', { number })} value={action.list} onChange={(list) => onChange({ ...action, list })} />
  }
}

const kindsFor = ({ type: kept }: Action) => actionTypes.filter((type) => type !== 'python' || kept === 'python')

/** The same target stays where the new kind has one of the same sort: "add to a list" becomes "move to a list" of the same list. */
const ofKind = (action: Action, type: Action['type']): Action => actionSchema.parse({ ...action, type })
