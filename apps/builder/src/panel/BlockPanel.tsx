import { blockTypes, blockTypeWords, isConditional, isNothing, setButtons, type Block } from '@voronka/flow'
import { Calculator, Filter, MessageSquare, MousePointerClick, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBlock, useEditor, useEditorActions } from '../editor/index.ts'
import { indexOf } from '../editor/index.ts'
import { Select, Switch } from '../ui/index.ts'
import { ActionPart } from './ActionPart.tsx'
import { AttachmentFields } from './AttachmentFields.tsx'
import { BlockHead } from './BlockHead.tsx'
import { ButtonFields } from './ButtonFields.tsx'
import { CalculatorField } from './CalculatorField.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { FieldProblems } from './FieldProblems.tsx'
import { Remark } from './fields/Remark.tsx'
import { Section } from './fields/Section.tsx'
import { LongField, TextField } from './fields/TextField.tsx'
import { MessageFields } from './MessageFields.tsx'
import { PanelToolsContext, usePanelTools, useProblemCount } from './panel-tools.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { RequestPart } from './RequestPart.tsx'
import { useToolsOf } from './use-tools-of.ts'

type Change = (fields: Partial<Omit<Block, 'number'>>) => void

interface PartProps {
  readonly block: Block
  readonly onChange: Change
}

const icon = 'size-4 flex-none text-faint'

/** Every field of one block (builder-and-runtime, section 4). */
export function BlockPanel({ number }: { readonly number: number }) {
  const { t } = useTranslation('panel')
  const block = useBlock(number)
  const tools = useToolsOf({ block: number })
  const { edit, patchBlock } = useEditorActions()
  if (!block) return null
  const change: Change = ({ buttons, ...fields }) => {
    // Arrows drawn from a button that goes have to be told.
    if (buttons) edit((project) => setButtons(project, number, buttons), { merge: `buttons:${number}` })
    if (Object.keys(fields).length) patchBlock(number, fields, { merge: true })
  }
  return (
    <PanelToolsContext value={tools}>
      <PanelFrame label={`${t('block')} ${number}`} head={<BlockHead block={block} />}>
        {block.type === 'comment' ? <Note block={block} onChange={change} /> : <BlockParts block={block} onChange={change} />}
      </PanelFrame>
    </PanelToolsContext>
  )
}

function BlockParts({ block, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const { text } = block
  return (
    <>
      <General block={block} onChange={onChange} />
      {isConditional(block.type) && <ConditionPart block={block} onChange={onChange} />}
      <Section
        name="message"
        title={t('sections.message')}
        icon={<MessageSquare aria-hidden className={icon} />}
        summary={isNothing(text) ? t('summary.empty') : text}
        problems={useProblemCount('text', 'format')}
      >
        <MessageFields values={block} onChange={onChange} />
      </Section>
      <ButtonPart block={block} onChange={onChange} />
      <AttachmentPart block={block} onChange={onChange} />
      <CalculatorPart block={block} onChange={onChange} />
      <ActionPart block={block} onChange={onChange} />
      <RequestPart block={block} onChange={onChange} />
    </>
  )
}

function General({ block: { number, type, tier, name }, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const { language } = usePanelTools()
  const { edit } = useEditorActions()
  return (
    <div className="flex flex-col gap-3 border-b border-line px-4 py-3">
      <FieldProblems field="" />
      <TextField label={t('name')} placeholder={t('namePlaceholder')} value={name} onChange={(text) => onChange({ name: text })} />
      <Select
        label={t('type')}
        hint={t(`typeHint.${type}`)}
        value={type}
        options={blockTypes.map((value) => ({ value, label: blockTypeWords[value][language] }))}
        onChange={(chosen) => edit([{ type: 'patch-block', number, fields: { type: chosen } }])}
      />
      {tier !== 'normal' && <Remark>{t(`tier.${tier}`)}</Remark>}
      <FieldProblems field="type" />
    </div>
  )
}

function ConditionPart({ block, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const { condition, compare, answerOnce, callbackOnly } = block
  const summary = isNothing(condition) ? compare.trim() || t('summary.any') : condition
  return (
    <Section
      name="condition"
      title={t('sections.condition')}
      icon={<Filter aria-hidden className={icon} />}
      summary={summary}
      problems={useProblemCount('condition', 'matchType', 'compare', 'ignore', 'priority', 'answerOnce', 'callbackOnly')}
    >
      <ConditionFields
        values={block}
        onChange={onChange}
        extra={{
          set: answerOnce || callbackOnly,
          fields: (
            <>
              <Switch
                label={t('condition.answerOnce')}
                hint={t('condition.answerOnceHint')}
                checked={answerOnce}
                onChange={(on) => onChange({ answerOnce: on })}
              />
              <FieldProblems field="answerOnce" />
              <Switch
                label={t('condition.callbackOnly')}
                hint={t('condition.callbackOnlyHint')}
                checked={callbackOnly}
                onChange={(on) => onChange({ callbackOnly: on })}
              />
              <FieldProblems field="callbackOnly" />
            </>
          ),
        }}
      />
    </Section>
  )
}

function ButtonPart({ block, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const leaving = useEditor(({ project }) => indexOf(project).from.get(block.number))
  const arrows = leaving?.filter(({ showAsButton }) => showAsButton) ?? []
  const count = block.buttons.length + (block.showArrowButtons ? arrows.length : 0)
  const summary = block.buttonCode.trim() ? t('summary.code') : block.showButtons ? t('summary.buttons', { count }) : t('summary.off')
  return (
    <Section
      name="buttons"
      title={t('sections.buttons')}
      icon={<MousePointerClick aria-hidden className={icon} />}
      summary={count || block.buttonCode.trim() ? summary : t('summary.empty')}
      problems={useProblemCount('buttons', 'buttonCode', 'buttonHint')}
    >
      <ButtonFields values={block} arrows={arrows} onChange={onChange} />
    </Section>
  )
}

function AttachmentPart({ block, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const count = block.attachments.length
  return (
    <Section
      name="attachments"
      title={t('sections.attachments')}
      icon={<Paperclip aria-hidden className={icon} />}
      summary={count ? t('summary.files', { count }) : t('summary.empty')}
      problems={useProblemCount('attachments')}
      openAtFirst={false}
    >
      <AttachmentFields values={block} onChange={onChange} />
    </Section>
  )
}

function CalculatorPart({ block: { calculator }, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  const count = calculator.split('\n').filter((line) => line.trim()).length
  return (
    <Section
      name="calculator"
      title={t('sections.calculator')}
      icon={<Calculator aria-hidden className={icon} />}
      summary={count ? t('summary.lines', { count }) : t('summary.empty')}
      problems={useProblemCount('calculator')}
    >
      <CalculatorField value={calculator} onChange={(script) => onChange({ calculator: script })} />
    </Section>
  )
}

/** A comment has a text and nothing else: it is never executed (section 3). */
function Note({ block: { text }, onChange }: PartProps) {
  const { t } = useTranslation('panel')
  return (
    <div className="flex flex-col gap-3 p-4">
      <LongField
        label={t('note')}
        placeholder={t('notePlaceholder')}
        rows={8}
        value={text}
        onChange={(written) => onChange({ text: written })}
      />
    </div>
  )
}
