import { useEffect } from 'react'
import { useEditorActions } from '../editor/index.ts'

/** Undo and redo on pages without the canvas. Inside a text field the keys belong to the typing; over a dialog they would change what nobody sees. */
export function useUndoKeys(): void {
  const { undo, redo } = useEditorActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || isElsewhere(event.target)) return
      const again = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey)
      if (!again && event.code !== 'KeyZ') return
      event.preventDefault()
      if (again) redo()
      else undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo, redo])
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu], [role=listbox]') !== null)
