import clsx from 'clsx'
import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor, useEditorActions } from '../editor/index.ts'
import type { SaveState } from '../editor/index.ts'
import { Tooltip } from '../ui/index.ts'

const looks = {
  saved: { icon: CloudCheck, color: 'text-faint' },
  saving: { icon: CloudUpload, color: 'text-faint' },
  offline: { icon: CloudOff, color: 'text-warning' },
  failed: { icon: CloudAlert, color: 'text-danger' },
  conflict: { icon: CloudAlert, color: 'text-danger' },
}

/** Whether the work is safe, always in sight. Pressed, it tries again at once. */
export function SaveIndicator() {
  const { t } = useTranslation('app')
  const save = useEditor((state) => state.save)
  const { saveNow } = useEditorActions()
  const { icon: Icon, color } = looks[save.state]
  const text = save.state === 'failed' ? t('save.failed') : t(`save.${save.state}`)
  return (
    <Tooltip text={hintOf(save, t)}>
      <button
        type="button"
        onClick={() => void saveNow()}
        aria-label={text}
        className={clsx('flex h-8 min-w-0 shrink-0 items-center gap-1.5 rounded-md px-2 text-xs hover:bg-hover', color)}
      >
        <Icon size={16} aria-hidden />
        <span role="status" className="hidden min-w-20 text-left md:inline">
          {text}
        </span>
      </button>
    </Tooltip>
  )
}

function hintOf(save: SaveState, t: ReturnType<typeof useTranslation<'app'>>['t']): string {
  switch (save.state) {
    case 'saved':
      return t('save.savedHint')
    case 'saving':
      return t('save.savingHint', { count: save.unsaved })
    case 'offline':
      return t('save.offlineHint')
    case 'failed':
      return t('save.failedHint', { message: save.message })
    case 'conflict':
      return t('save.conflictHint')
    default:
      return save satisfies never
  }
}
