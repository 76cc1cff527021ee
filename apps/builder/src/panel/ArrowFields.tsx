import { hasDelay, isNothing, type Arrow } from '@voronka/flow'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Switch } from '../ui/index.ts'
import { variableFault } from './field-checks.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { ColorField } from './fields/ColorField.tsx'
import { NumberField } from './fields/NumberField.tsx'
import { Remark } from './fields/Remark.tsx'
import { TextField } from './fields/TextField.tsx'
import { usePanelTools } from './panel-tools.ts'

interface ArrowFieldsProps {
  readonly arrow: Arrow
  readonly onChange: (fields: Partial<Arrow>) => void
}

/** "Client enters data" and the variable that gets the answer (builder-and-runtime, section 6). */
export function DataFields({ arrow: { collectsData, variable }, onChange }: ArrowFieldsProps) {
  const { t } = useTranslation('panel')
  const { variables } = usePanelTools()
  const known = useId()
  const fault = collectsData ? variableFault(variable) : undefined
  return (
    <>
      <Switch
        label={t('arrowPanel.collects')}
        hint={t('arrowPanel.collectsHint')}
        checked={collectsData}
        onChange={(on) => onChange({ collectsData: on })}
      />
      <FieldProblems field="collectsData" />
      {collectsData && (
        <TextField
          label={t('arrowPanel.variable')}
          placeholder={t('arrowPanel.variablePlaceholder')}
          value={variable}
          list={known}
          error={fault && t(`arrowPanel.${fault}`, { name: variable.trim() })}
          onChange={(name) => onChange({ variable: name })}
        />
      )}
      <datalist id={known}>
        {variables
          .filter(({ scope }) => scope !== 'constant')
          .map(({ name, scope }) => (
            <option key={`${scope}.${name}`} value={scope === 'order' ? name : `${scope}.${name}`} />
          ))}
      </datalist>
      <FieldProblems field="variable" />
    </>
  )
}

export function ArrowButtonFields({
  arrow: { showAsButton, condition, buttonLine, buttonIndex, buttonColor },
  onChange,
}: ArrowFieldsProps) {
  const { t } = useTranslation('panel')
  return (
    <>
      <Switch
        label={t('arrowPanel.showAsButton')}
        hint={t('arrowPanel.showAsButtonHint')}
        checked={showAsButton}
        onChange={(on) => onChange({ showAsButton: on })}
      />
      {showAsButton && isNothing(condition) && <Remark>{t('arrowPanel.showAsButtonEmpty')}</Remark>}
      <FieldProblems field="showAsButton" />
      {showAsButton && (
        <>
          <div className="grid grid-cols-2 gap-2">
            <NumberField label={t('arrowPanel.line')} whole value={buttonLine} onChange={(number) => onChange({ buttonLine: number })} />
            <NumberField label={t('arrowPanel.index')} whole value={buttonIndex} onChange={(number) => onChange({ buttonIndex: number })} />
          </div>
          <ColorField label={t('arrowPanel.color')} value={buttonColor} onChange={(color) => onChange({ buttonColor: color })} />
        </>
      )}
    </>
  )
}

/** What becomes of planned messages (section 10.3), and "go once" (10.4). Flags that need a delay are off without one, unless they are set. */
export function TimerFields({ arrow, onChange }: ArrowFieldsProps) {
  const { t } = useTranslation('panel')
  const timed = hasDelay(arrow)
  const { cancelTimers, cancelIfLeft, doNotCancel, once } = arrow
  return (
    <>
      <Switch
        label={t('arrowPanel.cancelTimers')}
        hint={t('arrowPanel.cancelTimersHint')}
        checked={cancelTimers}
        onChange={(on) => onChange({ cancelTimers: on })}
      />
      <FieldProblems field="cancelTimers" />
      <Switch
        label={t('arrowPanel.cancelIfLeft')}
        hint={t('arrowPanel.cancelIfLeftHint')}
        disabled={!timed && !cancelIfLeft}
        checked={cancelIfLeft}
        onChange={(on) => onChange({ cancelIfLeft: on })}
      />
      <FieldProblems field="cancelIfLeft" />
      <Switch
        label={t('arrowPanel.doNotCancel')}
        hint={t('arrowPanel.doNotCancelHint')}
        disabled={!timed && !doNotCancel}
        checked={doNotCancel}
        onChange={(on) => onChange({ doNotCancel: on })}
      />
      <FieldProblems field="doNotCancel" />
      <Switch label={t('arrowPanel.once')} hint={t('arrowPanel.onceHint')} checked={once} onChange={(on) => onChange({ once: on })} />
      <FieldProblems field="once" />
    </>
  )
}
