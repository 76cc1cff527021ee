import { buttonActions, isDynamic, type Block, type Button } from '@voronka/flow'
import { ChevronDown, GripVertical, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, Segments, control } from '../ui/index.ts'
import { addressFault } from './field-checks.ts'
import { ColorField } from './fields/ColorField.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { Fault, Remark } from './fields/Remark.tsx'
import { TextField } from './fields/TextField.tsx'

type Step = 'up' | 'down' | 'left' | 'right'

interface ButtonRowProps {
  readonly button: Button
  /** Its place among all buttons, from 1: how it is called. */
  readonly number: number
  readonly kind: Block['buttonKind']
  readonly dragged: boolean
  readonly onChange: (fields: Partial<Button>) => void
  readonly onRemove: () => void
  readonly onStep: (step: Step) => void
  readonly onDrag: () => void
  readonly onDrop: () => void
}

const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** One button: its caption in sight, the rest one click away. The handle is dragged, or moved with the arrow keys. */
export function ButtonRow({ button, number, kind, dragged, onChange, onRemove, onStep, onDrag, onDrop }: ButtonRowProps) {
  const { t } = useTranslation('panel')
  const more = useId()
  const [open, setOpen] = useState(false)
  const step = (event: KeyboardEvent) => {
    const to = steps[event.key]
    if (!to) return
    event.preventDefault()
    onStep(to)
  }
  return (
    <li className={`flex flex-col gap-2 ${dragged ? 'opacity-40' : ''}`} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="flex items-center gap-0.5">
        <button
          type="button"
          draggable
          data-handle={button.id}
          className="flex h-8 w-5 flex-none cursor-grab items-center justify-center rounded-sm text-faint hover:text-text"
          aria-label={t('buttons.move', { number })}
          title={t('buttons.move', { number })}
          onKeyDown={step}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            onDrag()
          }}
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
        <input
          className={control}
          aria-label={t('buttons.text', { number })}
          aria-invalid={!button.text.trim() || undefined}
          placeholder={t('buttons.textPlaceholder')}
          value={button.text}
          autoComplete="off"
          onChange={({ target }) => onChange({ text: target.value })}
        />
        <IconButton
          label={t('buttons.more', { number })}
          icon={<ChevronDown className={`size-4 transition-transform motion-reduce:transition-none ${open ? 'rotate-180' : ''}`} />}
          aria-expanded={open}
          aria-controls={more}
          onClick={() => setOpen(!open)}
        />
        <IconButton label={t('buttons.remove', { number })} icon={<X size={16} />} onClick={onRemove} />
      </div>
      <ActionValue button={button} kind={kind} onChange={onChange} />
      <div id={more} hidden={!open} className="flex flex-col gap-3 pb-2 pl-5">
        {open && <ButtonDetails button={button} onChange={onChange} />}
      </div>
    </li>
  )
}

/** What the action needs; always in sight, since without it the button does nothing. */
function ActionValue({ button: { action, text, url, callback }, kind, onChange }: Pick<ButtonRowProps, 'button' | 'kind' | 'onChange'>) {
  const { t } = useTranslation('panel')
  return (
    <div className="flex flex-col gap-1 pl-5 empty:hidden">
      {!text.trim() && <Fault>{t('buttons.emptyText')}</Fault>}
      {Array.from(text).length > 32 && !isDynamic(text) && <Remark>{t('buttons.long')}</Remark>}
      {action === 'url' && (
        <TextField
          label={t('buttons.url')}
          labelHidden
          inputMode="url"
          placeholder={t('attachments.placeholder')}
          value={url}
          error={url.trim() ? addressFault(url) && t('buttons.badUrl') : t('buttons.emptyUrl')}
          onChange={(address) => onChange({ url: address })}
        />
      )}
      {action === 'callback' && (
        <TextField
          label={t('buttons.callback')}
          labelHidden
          placeholder={t('buttons.callback')}
          value={callback}
          error={callback.trim() ? undefined : t('buttons.emptyCallback')}
          onChange={(given) => onChange({ callback: given })}
        />
      )}
      {action === 'callback' && kind === 'reply' && <Remark>{t('buttons.callbackInReply')}</Remark>}
    </div>
  )
}

function ButtonDetails({ button: { action, line, indexInLine, color }, onChange }: Pick<ButtonRowProps, 'button' | 'onChange'>) {
  const { t } = useTranslation('panel')
  return (
    <>
      <Segments
        label={t('buttons.action')}
        value={action}
        options={buttonActions.map((value) => ({ value, text: t(`buttons.actions.${value}`) }))}
        onChange={(chosen) => onChange({ action: chosen })}
      />
      <div className="grid grid-cols-2 gap-2">
        <NumberField label={t('buttons.line')} whole value={line} onChange={(number) => onChange({ line: number })} />
        <NumberField label={t('buttons.index')} whole value={indexInLine} onChange={(number) => onChange({ indexInLine: number })} />
      </div>
      <ColorField label={t('buttons.color')} value={color} onChange={(chosen) => onChange({ color: chosen })} />
    </>
  )
}
