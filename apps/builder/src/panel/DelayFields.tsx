import { delayUnits, delayUnitWords, waitsForText, type Arrow, type Delay } from '@voronka/flow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Segments, Select, Switch } from '../ui/index.ts'
import { dateFault, readDelay, timeFault } from './field-checks.ts'
import { FieldProblems } from './FieldProblems.tsx'
import { Fault, Remark } from './fields/Remark.tsx'
import { TextField } from './fields/TextField.tsx'
import { usePanelTools } from './panel-tools.ts'

interface DelayFieldsProps {
  readonly arrow: Arrow
  readonly onChange: (fields: Partial<Arrow>) => void
}

type Mode = 'wait' | 'now' | 'after'

const starting: Readonly<Record<Mode, Delay | null>> = {
  wait: null,
  now: { value: 0, unit: 'seconds' },
  after: { value: 10, unit: 'minutes' },
}

/** Delay, time and date (builder-and-runtime, sections 6 and 10.1). An empty delay and a delay of 0 are two things, so they are two buttons. */
export function DelayFields({ arrow, onChange }: DelayFieldsProps) {
  const { t } = useTranslation('panel')
  const { delay, time, date, collectsData, sendIfPassed } = arrow
  const mode: Mode = delay === null ? 'wait' : Number(delay.value || '0') === 0 ? 'now' : 'after'
  const atMoment = delay === null && (time.trim() !== '' || date.trim() !== '')
  const timed = delay !== null || atMoment
  return (
    <>
      {collectsData && timed && <DataConflict onChange={onChange} />}
      <Segments
        label={t('arrowPanel.delayMode')}
        value={mode}
        hint={t(`arrowPanel.delayModeHint.${atMoment ? 'moment' : mode}`)}
        options={(['wait', 'now', 'after'] as const).map((value) => ({ value, text: t(`arrowPanel.delayModes.${value}`) }))}
        onChange={(chosen) => onChange({ delay: starting[chosen] })}
      />
      {delay !== null && mode === 'after' && <DelayLength delay={delay} onChange={(length) => onChange({ delay: length })} />}
      <FieldProblems field="delay" />
      {timed && !collectsData && waitsForText(arrow) && <Remark>{t('arrowPanel.delayWithCondition')}</Remark>}
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={t('arrowPanel.time')}
          placeholder={t('arrowPanel.timePlaceholder')}
          value={time}
          error={timeFault(time) && t('arrowPanel.timeBad')}
          hint={time ? t('arrowPanel.timeHint') : undefined}
          onChange={(text) => onChange({ time: text })}
        />
        <TextField
          label={t('arrowPanel.date')}
          placeholder={t('arrowPanel.datePlaceholder')}
          value={date}
          error={dateFault(date) && t('arrowPanel.dateBad')}
          hint={date && !time ? t('arrowPanel.dateHint') : undefined}
          onChange={(text) => onChange({ date: text })}
        />
      </div>
      <FieldProblems field="time" />
      <FieldProblems field="date" />
      <Switch
        label={t('arrowPanel.sendIfPassed')}
        hint={t('arrowPanel.sendIfPassedHint')}
        disabled={!date.trim() && !sendIfPassed}
        checked={sendIfPassed}
        onChange={(on) => onChange({ sendIfPassed: on })}
      />
    </>
  )
}

/** Data entry and a delay exclude each other (section 6): said here, with both ways out. */
function DataConflict({ onChange }: Pick<DelayFieldsProps, 'onChange'>) {
  const { t } = useTranslation('panel')
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-danger-soft p-2">
      <Fault>{t('arrowPanel.delayIgnored')}</Fault>
      <div className="flex flex-wrap gap-2 pl-5">
        <Button small onClick={() => onChange({ delay: null, time: '', date: '' })}>
          {t('arrowPanel.removeDelay')}
        </Button>
        <Button small onClick={() => onChange({ collectsData: false })}>
          {t('arrowPanel.removeCollects')}
        </Button>
      </div>
    </div>
  )
}

function DelayLength({ delay, onChange }: { readonly delay: Delay; readonly onChange: (delay: Delay) => void }) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const [typed, setTyped] = useState<string>()
  const text = typed ?? String(delay.value)
  const bad = readDelay(text) === undefined
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField
        label={t('arrowPanel.delayValue')}
        inputMode="text"
        value={text}
        error={bad ? t('arrowPanel.delayBad') : undefined}
        onChange={(written) => {
          setTyped(written)
          const value = readDelay(written)
          // A zero on the way to "0.5" must not turn the field into "at once".
          if (value !== undefined && value !== 0) onChange({ ...delay, value })
        }}
      />
      <Select
        label={t('arrowPanel.delayUnit')}
        value={delay.unit}
        options={delayUnits.map((value) => ({ value, label: delayUnitWords[value][language] }))}
        onChange={(unit) => onChange({ ...delay, unit })}
      />
    </div>
  )
}
