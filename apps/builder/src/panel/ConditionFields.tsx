import { matchTypes, matchTypeWords, type Arrow, type Block } from '@voronka/flow'
import { ChevronRight } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CalculatorEditor } from '../calculator-editor/index.ts'
import { Select } from '../ui/index.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { LongField } from './fields/TextField.tsx'
import { usePanelTools, useProblemCount, useCodeTools } from './panel-tools.ts'
import { brokenPattern } from './try-phrase.ts'
import { TryPhrase } from './TryPhrase.tsx'

export type ConditionValues = Pick<Block & Arrow, 'condition' | 'matchType' | 'ignore' | 'compare' | 'priority'>

interface ConditionFieldsProps {
  readonly values: ConditionValues
  readonly onChange: (fields: Partial<ConditionValues>) => void
  /** More switches of this kind of element, and whether one of them is set. */
  readonly extra?: { readonly fields: ReactNode; readonly set: boolean }
}

/** The fields that conditional blocks and arrows share (builder-and-runtime, sections 4, 6 and 7). */
export function ConditionFields({ values, onChange, extra }: ConditionFieldsProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { condition, matchType } = values
  const pattern = brokenPattern(values)
  return (
    <>
      <LongField
        label={t('condition.label')}
        placeholder={t('condition.placeholder')}
        hint={condition.includes(';') || matchType === 'regex' ? undefined : t('condition.hint')}
        error={pattern === undefined ? undefined : t('condition.invalidRegex', { pattern })}
        value={condition}
        onChange={(text) => onChange({ condition: text })}
      />
      <FieldProblems field="condition" />
      <Select
        label={t('condition.matchType')}
        hint={t(`condition.explain.${matchType}`)}
        value={matchType}
        options={matchTypes.map((value) => ({ value, label: matchTypeWords[value][language] }))}
        onChange={(chosen) => onChange({ matchType: chosen })}
      />
      <FieldProblems field="matchType" />
      <TryPhrase values={values} />
      <MoreConditions values={values} onChange={onChange} extra={extra} />
    </>
  )
}

/** What most conditions do without: folded away until something of it is set or wrong. */
function MoreConditions({ values: { compare, ignore, priority }, onChange, extra }: ConditionFieldsProps) {
  const { t } = useTranslation('panel')
  const { count } = useProblemCount('compare', 'ignore', 'priority', 'answerOnce', 'callbackOnly')
  const used = Boolean(compare.trim() || ignore.trim() || priority !== 10 || extra?.set || count)
  const [open, setOpen] = useState(used)
  return (
    <details className="group" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-7 cursor-pointer list-none items-center gap-1 rounded-sm text-xs text-muted hover:text-text">
        <ChevronRight aria-hidden className="size-3.5 flex-none transition-transform group-open:rotate-90" />
        {t('condition.more')}
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <CompareField value={compare} onChange={(text) => onChange({ compare: text })} />
        <FieldProblems field="compare" />
        <LongField
          label={t('condition.ignore')}
          hint={t('condition.ignoreHint')}
          value={ignore}
          onChange={(text) => onChange({ ignore: text })}
        />
        <FieldProblems field="ignore" />
        <NumberField
          label={t('condition.priority')}
          hint={t('condition.priorityHint')}
          value={priority}
          onChange={(number) => onChange({ priority: number })}
        />
        <FieldProblems field="priority" />
        {extra?.fields}
      </div>
    </details>
  )
}

function CompareField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('panel')
  const tools = useCodeTools('compare')
  const hint = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-muted">{t('condition.compare')}</span>
      <CalculatorEditor mode="expression" label={t('condition.compare')} describedBy={hint} value={value} onChange={onChange} {...tools} />
      <p id={hint} className="text-xs leading-4 text-faint">
        {t('condition.compareHint')}
      </p>
    </div>
  )
}
