import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalculatorEditor, FunctionPicker, ScriptPreview } from '../calculator-editor/index.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { useCodeTools } from './panel-tools.ts'
import { VariablePicker } from './VariablePicker.tsx'

interface CalculatorFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

export function CalculatorField({ value, onChange }: CalculatorFieldProps) {
  const { t } = useTranslation('panel')
  const tools = useCodeTools('calculator')
  const hint = useId()
  const [insert, setInsert] = useState<(text: string) => void>()
  const put = (text: string) => (insert ? insert(text) : onChange(`${value}${text.replace('|', '')}`))
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <p id={hint} className="min-w-0 text-xs leading-4 text-faint">
          {t('calculator.hint')}
        </p>
        <div className="flex flex-none items-center">
          <FunctionPicker functions={tools.functions} language={tools.language} onInsert={put} />
          <VariablePicker plain onInsert={put} />
        </div>
      </div>
      <CalculatorEditor
        mode="script"
        label={t('calculator.label')}
        placeholder={t('calculator.placeholder')}
        describedBy={hint}
        value={value}
        onChange={onChange}
        {...tools}
        onReady={(ready) => setInsert(() => ready)}
      />
      <FieldProblems field="calculator" />
      {value.trim() && <ScriptPreview script={value} language={tools.language} />}
    </div>
  )
}
