import {
  arrowTitle,
  buttonKinds,
  buttonKindWords,
  buttonSchema,
  isNothing,
  type Arrow,
  type Block,
  type Button as BotButton,
} from '@voronka/flow'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Segments, Switch } from '../ui/index.ts'
import { dropped, inRows, stepped, withButton, withoutButton } from './arrange-buttons.ts'
import { buttonCodeFault } from './button-code.ts'
import { ButtonRow } from './ButtonRow.tsx'
import { FieldProblems } from './FieldProblems.tsx'
import { Remark } from './fields/Remark.tsx'
import { LongField } from './fields/TextField.tsx'
import { usePanelTools } from './panel-tools.ts'

type Values = Pick<Block, 'buttonKind' | 'buttons' | 'buttonCode' | 'showButtons' | 'showArrowButtons' | 'buttonHint'>

interface ButtonFieldsProps {
  readonly values: Values
  readonly onChange: (fields: Partial<Values>) => void
  /** Arrows out of this block that are shown as buttons. */
  readonly arrows: readonly Arrow[]
}

/** The Buttons tab (builder-and-runtime, section 14). */
export function ButtonFields({ values, onChange, arrows }: ButtonFieldsProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { buttonKind, buttons, buttonCode, showButtons, showArrowButtons, buttonHint } = values
  return (
    <>
      {buttonCode.trim() !== '' && buttons.length > 0 && <Remark>{t('buttons.codeInUse')}</Remark>}
      <ButtonList buttons={buttons} kind={buttonKind} onChange={(list) => onChange({ buttons: list })} />
      <FieldProblems field="buttons" />
      <Segments
        label={t('buttons.kind')}
        hint={t(`buttons.kindHint.${buttonKind}`)}
        value={buttonKind}
        options={buttonKinds.map((value) => ({ value, text: buttonKindWords[value][language] }))}
        onChange={(kind) => onChange({ buttonKind: kind })}
      />
      {arrows.length > 0 && showArrowButtons && (
        <Remark>{t('buttons.fromArrows', { list: arrows.map((arrow) => arrowTitle(arrow, language)).join(', ') })}</Remark>
      )}
      <div className="flex flex-col gap-1">
        <Switch label={t('buttons.show')} checked={showButtons} onChange={(on) => onChange({ showButtons: on })} />
        <Switch
          label={t('buttons.showArrows')}
          hint={showArrowButtons ? undefined : t('buttons.showArrowsHint')}
          checked={showArrowButtons}
          onChange={(on) => onChange({ showArrowButtons: on })}
        />
      </div>
      <LongField
        label={t('buttons.hint')}
        hint={t('buttons.hintHint')}
        value={buttonHint}
        onChange={(text) => onChange({ buttonHint: text })}
      />
      <FieldProblems field="buttonHint" />
      <ButtonCode code={buttonCode} onChange={(code) => onChange({ buttonCode: code })} />
      <FieldProblems field="buttonCode" />
    </>
  )
}

interface ButtonListProps {
  readonly buttons: readonly BotButton[]
  readonly kind: Block['buttonKind']
  readonly onChange: (buttons: BotButton[]) => void
}

function ButtonList({ buttons, kind, onChange }: ButtonListProps) {
  const { t } = useTranslation('panel')
  const [dragged, setDragged] = useState<number>()
  const [news, setNews] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const rows = inRows(buttons)
  const order = rows.flat()
  const put = (id: number, fields: Partial<BotButton>) =>
    onChange(buttons.map((button) => (button.id === id ? { ...button, ...fields } : button)))
  const move = (id: number, step: Parameters<typeof stepped>[2]) => {
    const after = stepped(buttons, id, step)
    onChange(after)
    const place = after.findIndex((button) => button.id === id)
    // The row is made anew elsewhere; the keys go on moving the same button.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus())
    setNews(t('buttons.moved', { text: after[place]?.text ?? '', place: place + 1, count: after.length }))
  }
  const drop = (target: Parameters<typeof dropped>[2]) => {
    if (dragged !== undefined) onChange(dropped(buttons, dragged, target))
    setDragged(undefined)
  }
  const add = (row?: number) => onChange(withButton(buttons, (id) => buttonSchema.parse({ id }), { row }))
  return (
    <div ref={list} className="flex flex-col gap-2">
      {rows.map((row, line) => (
        <ul key={row.map(({ id }) => id).join()} className="flex flex-col gap-1.5 rounded-md border border-line p-1.5">
          {row.map((button) => (
            <ButtonRow
              key={button.id}
              button={button}
              number={order.indexOf(button) + 1}
              kind={kind}
              dragged={dragged === button.id}
              onChange={(fields) => put(button.id, fields)}
              onRemove={() => onChange(withoutButton(buttons, button.id))}
              onStep={(step) => move(button.id, step)}
              onDrag={() => setDragged(button.id)}
              onDrop={() => drop({ before: button.id })}
            />
          ))}
          <li>
            <Button small look="quiet" icon={<Plus size={14} />} onClick={() => add(line)}>
              {t('buttons.addInRow')}
            </Button>
          </li>
        </ul>
      ))}
      <Button
        icon={<Plus size={16} />}
        onClick={() => add()}
        onDragOver={(event) => dragged !== undefined && event.preventDefault()}
        onDrop={() => drop('end')}
      >
        {t('buttons.add')}
      </Button>
      <output className="sr-only">{news}</output>
    </div>
  )
}

function ButtonCode({ code, onChange }: { readonly code: string; readonly onChange: (code: string) => void }) {
  const { t } = useTranslation('panel')
  const fault = isNothing(code) ? undefined : buttonCodeFault(code)
  const error =
    fault &&
    t(`buttons.${fault.what}`, { ...(fault.what === 'codeFields' && { number: fault.at }), ...('why' in fault && { why: fault.why }) })
  return (
    <LongField
      label={t('buttons.code')}
      hint={t('buttons.codeHint')}
      error={error}
      value={code}
      className="font-mono"
      onChange={onChange}
    />
  )
}
