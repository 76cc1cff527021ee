import { blockTypes, blockTypeWords, moveToSheet, removeSelection, type BlockType } from '@voronka/flow'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { useEditor, useEditorActions } from '../editor/index.ts'
import { Button, Select } from '../ui/index.ts'
import { PanelFrame } from './PanelFrame.tsx'

interface ManyPanelProps {
  readonly blocks: readonly number[]
  readonly arrows: readonly number[]
}

/** Several things are selected: what can be done to all of them. */
export function ManyPanel({ blocks, arrows }: ManyPanelProps) {
  const { t } = useTranslation('panel')
  const language = useLanguage()
  const sheets = useEditor(({ project }) => project.sheets)
  const sheet = useEditor((state) => state.sheet)
  const { edit } = useEditorActions()
  const count = blocks.length + arrows.length
  const setType = (type: BlockType | '') => {
    if (type) edit(blocks.map((number) => ({ type: 'patch-block', number, fields: { type } })))
  }
  return (
    <PanelFrame label={t('label')} head={<h2 className="text-base font-semibold">{t('many.title', { count })}</h2>}>
      <div className="flex flex-col gap-3 p-4">
        <p className="text-sm text-muted">
          {[blocks.length && t('many.blocks', { count: blocks.length }), arrows.length && t('many.arrows', { count: arrows.length })]
            .filter(Boolean)
            .join(', ')}
        </p>
        {blocks.length > 0 && (
          <Select<BlockType | ''>
            label={t('many.type')}
            value=""
            options={[{ value: '', label: '—' }, ...blockTypes.map((value) => ({ value, label: blockTypeWords[value][language] }))]}
            onChange={setType}
          />
        )}
        {blocks.length > 0 && sheets.length > 1 && (
          <Select
            label={t('many.sheet')}
            value={String(sheet)}
            options={sheets.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(id) => edit((project) => moveToSheet(project, blocks, Number(id)))}
          />
        )}
        <Button look="risky" icon={<Trash2 size={16} />} onClick={() => edit((project) => removeSelection(project, { blocks, arrows }))}>
          {t('many.delete')}
        </Button>
      </div>
    </PanelFrame>
  )
}
