import { arrowTitle, blockTitle } from '@voronka/flow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { indexOf, useEditor, useEditorActions } from '../editor/index.ts'
import { Button, Dialog } from '../ui/index.ts'
import { useLanguage } from './language.ts'

/** Others changed the same things: a person decides what stays. Closing it puts the decision off; editing goes on meanwhile. */
export function ConflictDialog() {
  const { t } = useTranslation('app')
  const save = useEditor((state) => state.save)
  const { resolveConflict } = useEditorActions()
  const [putOff, setPutOff] = useState<string>()
  const keys = save.state === 'conflict' ? save.keys : []
  const open = save.state === 'conflict' && putOff !== keys.join()
  return (
    <Dialog
      open={open}
      onClose={() => setPutOff(keys.join())}
      title={t('conflict.title')}
      about={t('conflict.about')}
      actions={
        <>
          <Button onClick={() => resolveConflict('theirs')} title={t('conflict.theirsHint')}>
            {t('conflict.theirs')}
          </Button>
          <Button look="primary" onClick={() => resolveConflict('mine')} title={t('conflict.mineHint')}>
            {t('conflict.mine')}
          </Button>
        </>
      }
    >
      <h3 className="text-xs text-muted">{t('conflict.touched')}</h3>
      <ul className="my-2 flex flex-col gap-1 text-sm">
        {keys.map((key) => (
          <Touched key={key} name={key} />
        ))}
      </ul>
    </Dialog>
  )
}

function Touched({ name }: { name: string }) {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const index = indexOf(useEditor(({ project }) => project))
  const [kind, number] = name.split(':')
  const block = kind === 'block' ? index.blocks.get(Number(number)) : undefined
  const arrow = kind === 'arrow' ? index.arrows.get(Number(number)) : undefined
  if (block) return <li>{t('conflict.block', { number, title: blockTitle(block, language) })}</li>
  if (arrow) return <li>{t('conflict.arrow', { from: arrow.from, to: arrow.to, title: arrowTitle(arrow, language) })}</li>
  return <li>{kind === 'settings' ? t('conflict.settings') : t('conflict.removed', { number })}</li>
}
