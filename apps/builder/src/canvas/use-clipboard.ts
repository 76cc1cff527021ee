import { copySelection, readClipboard, removeSelection } from '@voronka/flow'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/index.ts'
import { paste } from './commands.ts'
import type { CommandContext } from './commands.ts'
import { editWithUndo } from './remove.ts'
import { inTextField } from './use-commands.ts'

/** Copy, cut and paste as text in the system's clipboard: between sheets, tabs, projects and people. */
export function useClipboard(context: CommandContext): void {
  const { t } = useTranslation('canvas')
  useEffect(() => {
    const { store, actions, language } = context
    const copy = (event: ClipboardEvent) => {
      const { project, selection } = store.getState()
      if (inTextField(event.target) || window.getSelection()?.isCollapsed === false || !selection.blocks.size) return
      event.clipboardData?.setData('text/plain', copySelection(project, selection.blocks))
      event.preventDefault()
      if (event.type === 'cut') editWithUndo(store, actions, removeSelection(project, { blocks: selection.blocks }), language)
      else toast(t('clipboard.copied', { count: selection.blocks.size }), { duration: 2000 })
    }
    const put = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (inTextField(event.target) || !paste(context, text)) return
      event.preventDefault()
      offerLinks(text)
    }
    /** Arrows to blocks that were not copied: kept only when the person wants that. */
    const offerLinks = (text: string) => {
      const numbers = new Set(store.getState().project.blocks.map(({ number }) => number))
      const links = readClipboard(text)?.links.filter(({ to }) => numbers.has(to)) ?? []
      if (!links.length) return
      const again = () => {
        actions.undo()
        paste(context, text, true)
      }
      toast(t('clipboard.links', { count: links.length }), { action: { label: t('clipboard.keepLinks'), onClick: again } })
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', put)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', put)
    }
  }, [context, t])
}
