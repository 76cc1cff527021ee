import { matchTypes, matchTypeWords, type Arrow, type Block } from '@voronka/flow'
import { allFunctions } from '@voronka/functions'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CalculatorEditor } from '../calculator-editor/index.ts'
import { Select } from '../ui/index.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { LongField } from './fields/TextField.tsx'
import { usePanelTools, useTextProblems } from './panel-tools.ts'
import { brokenPattern } from './try-phrase.ts'
import { TryPhrase } from './TryPhrase.tsx'

export type ConditionValues = Pick<Block & Arrow, 'condition' | 'matchType' | 'ignore' | 'compare' | 'priority'>

interface ConditionFieldsProps {
  readonly values: ConditionValues
  readonly onChange: (fields: Partial<ConditionValues>) => void
}

/** The fields that conditional blocks and arrows share (builder-and-runtime, sections 4, 6 and 7). */
export function ConditionFields({ values, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { condition, matchType, ignore, compare, priority } = values
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
      <CompareField value={compare} onChange={(text) => onChange({ compare: text })} />
      <FieldProblems field="compare" />
      <LongField
        label={t('condition.ignore')}
        hint={ignore ? t('condition.ignoreHint') : undefined}
        value={ignore}
        onChange={(text) => onChange({ ignore: text })}
      />
      <FieldProblems field="ignore" />
      <div className="max-w-40">
        <NumberField label={t('condition.priority')} value={priority} onChange={(number) => onChange({ priority: number })} />
      </div>
      <p className="-mt-2 text-xs leading-4 text-faint">{t('condition.priorityHint')}</p>
      <FieldProblems field="priority" />
    </>
  )
}

function CompareField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('panel')
  const { language, variables, blocks } = usePanelTools()
  const problems = useTextProblems('compare')
  const hint = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-muted">{t('condition.compare')}</span>
      <CalculatorEditor
        mode="expression"
        label={t('condition.compare')}
        describedBy={hint}
        value={value}
        onChange={onChange}
        language={language}
        variables={variables}
        functions={allFunctions}
        blocks={blocks}
        problems={problems}
      />
      <p id={hint} className="text-xs leading-4 text-faint">
        {t('condition.compareHint')}
      </p>
    </div>
  )
}
