import { blockTitle, delayLabel, hasDelay, isNothing, removeSelection, type Arrow } from '@voronka/flow'
import { ArrowLeft, ArrowRight, Clock, Ellipsis, Filter, MousePointerClick, Pencil, TimerReset, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useArrow, useBlock, useEditorActions } from '../editor/index.ts'
import { IconButton, Menu } from '../ui/index.ts'
import { arrowSentence } from './arrow-sentence.ts'
import { ArrowButtonFields, DataFields, TimerFields } from './ArrowFields.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { DelayFields } from './DelayFields.tsx'
import { FieldProblems } from './FieldProblems.tsx'
import { Remark } from './fields/Remark.tsx'
import { Section } from './fields/Section.tsx'
import { TextField } from './fields/TextField.tsx'
import { PanelToolsContext, usePanelTools, useProblemCount } from './panel-tools.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { useToolsOf } from './use-tools-of.ts'

interface PartProps {
  readonly arrow: Arrow
  readonly onChange: (fields: Partial<Omit<Arrow, 'id'>>) => void
}

const icon = 'size-4 flex-none text-faint'

/** Every field of one arrow (builder-and-runtime, section 6), under a sentence that says what it does. */
export function ArrowPanel({ id }: { readonly id: number }) {
  const { t } = useTranslation('panel')
  const arrow = useArrow(id)
  const tools = useToolsOf({ arrow: id })
  const { patchArrow } = useEditorActions()
  if (!arrow) return null
  const change: PartProps['onChange'] = (fields) => patchArrow(id, fields, { merge: true })
  return (
    <PanelToolsContext value={tools}>
      <PanelFrame label={t('arrow')} head={<ArrowHead arrow={arrow} />}>
        <General arrow={arrow} onChange={change} />
        <Parts arrow={arrow} onChange={change} />
      </PanelFrame>
    </PanelToolsContext>
  )
}

function ArrowHead({ arrow: { id, from, to } }: { readonly arrow: Arrow }) {
  const { t } = useTranslation('panel')
  const { edit, reveal } = useEditorActions()
  const place = 'rounded-sm bg-sunken px-1.5 text-xs font-medium text-muted tabular-nums leading-6 hover:bg-hover hover:text-text'
  return (
    <>
      <h2 className="min-w-0 truncate text-base font-semibold">{t('arrow')}</h2>
      <span className="flex flex-none items-center gap-1">
        <button
          type="button"
          className={place}
          aria-label={`${t('menu.reverse')}: ${from}`}
          title={t('menu.reverse')}
          onClick={() => reveal({ blocks: [from] })}
        >
          № {from}
        </button>
        <ArrowRight aria-hidden className="size-3.5 text-faint" />
        <button
          type="button"
          className={place}
          aria-label={`${t('menu.target')}: ${to}`}
          title={t('menu.target')}
          onClick={() => reveal({ blocks: [to] })}
        >
          № {to}
        </button>
      </span>
      <span className="flex-1" />
      <Menu
        align="end"
        trigger={<IconButton label={t('menu.arrowLabel')} icon={<Ellipsis size={16} />} />}
        items={[
          { label: t('menu.reverse'), icon: <ArrowLeft size={16} />, onSelect: () => reveal({ blocks: [from] }) },
          { label: t('menu.target'), icon: <ArrowRight size={16} />, onSelect: () => reveal({ blocks: [to] }) },
          {
            label: t('menu.delete'),
            icon: <Trash2 size={16} />,
            danger: true,
            onSelect: () => void edit((project) => removeSelection(project, { arrows: [id] })),
          },
        ]}
      />
    </>
  )
}

function General({ arrow, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const source = useBlock(arrow.from)
  const target = useBlock(arrow.to)
  const button = source?.buttons.find(({ id }) => id === arrow.fromButton)
  const name = target
    ? t('target.block', { number: arrow.to, title: blockTitle(target, language) })
    : t('target.gone', { number: arrow.to })
  return (
    <div className="flex flex-col gap-3 border-b border-line px-4 py-3">
      <p className="rounded-md bg-accent-soft px-3 py-2 text-sm wrap-anywhere">{arrowSentence(arrow, name, language, t)}</p>
      {button && <Remark>{t('arrowPanel.fromButton', { text: button.text })}</Remark>}
      <FieldProblems field="" />
      <TextField
        label={t('arrowPanel.description')}
        placeholder={t('arrowPanel.descriptionPlaceholder')}
        value={arrow.description}
        onChange={(description) => onChange({ description })}
      />
    </div>
  )
}

function Parts({ arrow, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { condition, compare, collectsData, variable, showAsButton, once, cancelIfLeft, doNotCancel } = arrow
  const set = [once && t('arrowPanel.once'), cancelIfLeft && t('arrowPanel.cancelIfLeft'), doNotCancel && t('arrowPanel.doNotCancel')]
  return (
    <>
      <Section
        name="when"
        title={t('sections.when')}
        icon={<Filter aria-hidden className={icon} />}
        summary={isNothing(condition) ? compare.trim() || t('summary.any') : condition}
        problems={useProblemCount('condition', 'matchType', 'compare', 'ignore', 'priority')}
      >
        <ConditionFields values={arrow} onChange={onChange} />
      </Section>
      <Section
        name="delay"
        title={t('sections.delay')}
        icon={<Clock aria-hidden className={icon} />}
        summary={hasDelay(arrow) ? delayLabel(arrow, language) : t('arrowPanel.delayModes.wait')}
        problems={useProblemCount('delay', 'time', 'date')}
      >
        <DelayFields arrow={arrow} onChange={onChange} />
      </Section>
      <Section
        name="data"
        title={t('sections.data')}
        icon={<Pencil aria-hidden className={icon} />}
        summary={collectsData ? variable : t('summary.off')}
        problems={useProblemCount('collectsData', 'variable')}
      >
        <DataFields arrow={arrow} onChange={onChange} />
      </Section>
      <Section
        name="button"
        title={t('sections.button')}
        icon={<MousePointerClick aria-hidden className={icon} />}
        summary={showAsButton ? condition : t('summary.off')}
        problems={useProblemCount('showAsButton')}
      >
        <ArrowButtonFields arrow={arrow} onChange={onChange} />
      </Section>
      <Section
        name="timers"
        title={t('sections.timers')}
        icon={<TimerReset aria-hidden className={icon} />}
        summary={set.filter(Boolean).join(', ')}
        problems={useProblemCount('cancelTimers', 'cancelIfLeft', 'doNotCancel', 'once', 'sendIfPassed')}
      >
        <TimerFields arrow={arrow} onChange={onChange} />
      </Section>
    </>
  )
}
