import { isNothing, textFormats, type Block } from '@voronka/flow'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalculatorEditor } from '../calculator-editor/index.ts'
import { Segments, Switch } from '../ui/index.ts'
import { EmojiPicker } from './EmojiPicker.tsx'
import { FieldProblems } from './FieldProblems.tsx'
import { Remark } from './fields/Remark.tsx'
import { useCodeTools } from './panel-tools.ts'
import { VariablePicker } from './VariablePicker.tsx'

/** Telegram's limit, the lowest of the common messengers. */
const longest = 4096

type Values = Pick<Block, 'text' | 'format' | 'protect' | 'silent' | 'keepInHistory'>

export function MessageFields({ values, onChange }: { readonly values: Values; readonly onChange: (fields: Partial<Values>) => void }) {
  const { t } = useTranslation('panel')
  const { text, format, protect, silent, keepInHistory } = values
  return (
    <>
      <MessageText text={text} onChange={(written) => onChange({ text: written })} />
      <FieldProblems field="text" />
      <Segments
        label={t('message.format')}
        value={format}
        options={textFormats.map((value) => ({ value, text: t(`message.formats.${value}`) }))}
        hint={format === 'plain' ? undefined : t(`message.formatHint.${format}`)}
        onChange={(chosen) => onChange({ format: chosen })}
      />
      <FieldProblems field="format" />
      <div className="flex flex-col gap-1">
        <Switch
          label={t('message.protect')}
          hint={protect ? t('message.protectHint') : undefined}
          checked={protect}
          onChange={(on) => onChange({ protect: on })}
        />
        <Switch
          label={t('message.silent')}
          hint={silent ? t('message.silentHint') : undefined}
          checked={silent}
          onChange={(on) => onChange({ silent: on })}
        />
        <Switch
          label={t('message.keep')}
          hint={keepInHistory ? undefined : t('message.keepHint')}
          checked={keepInHistory}
          onChange={(on) => onChange({ keepInHistory: on })}
        />
      </div>
    </>
  )
}

function MessageText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation('panel')
  const tools = useCodeTools('text')
  const remarks = useId()
  const [insert, setInsert] = useState<(text: string) => void>()
  const length = Array.from(text).length
  const put = (piece: string) => (insert ? insert(piece) : onChange(text + piece))
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between">
        <span className="text-xs font-medium text-muted">{t('message.label')}</span>
        <div className="flex items-center">
          <span className="mr-1 text-xs text-faint tabular-nums">{text && t('message.length', { count: length })}</span>
          <VariablePicker onInsert={put} />
          <EmojiPicker onInsert={put} />
        </div>
      </div>
      <CalculatorEditor
        mode="template"
        label={t('message.label')}
        placeholder={t('message.placeholder')}
        describedBy={remarks}
        value={text}
        onChange={onChange}
        {...tools}
        onReady={(ready) => setInsert(() => ready)}
      />
      <div id={remarks} className="empty:hidden">
        {length > longest && <Remark>{t('message.tooLong')}</Remark>}
        {text.trim() !== '' && isNothing(text) && <Remark>{t('message.none')}</Remark>}
      </div>
    </div>
  )
}
