import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useProject } from './project-context.tsx'
import { openTo } from './rights.ts'
import { sections } from './sections.ts'
import { showPalette } from './workspace.ts'

/** So long after G the next key is taken as the section that is meant. */
const waitMs = 1500

/** The keys of every screen of a project: Ctrl+K for everything, G and a letter for a section. */
export function useShellKeys(): void {
  const { id: projectId, rights } = useProject()
  const navigate = useNavigate()
  useEffect(() => {
    let since = -Infinity
    const press = (event: KeyboardEvent) => {
      const { code, ctrlKey, metaKey, shiftKey, altKey, timeStamp } = event
      if ((ctrlKey || metaKey) && !shiftKey && !altKey && code === 'KeyK') {
        event.preventDefault()
        return showPalette(true)
      }
      if (ctrlKey || metaKey || altKey || shiftKey || isTaken(event.target)) return
      const waiting = timeStamp - since < waitMs
      since = code === 'KeyG' && !waiting ? timeStamp : -Infinity
      const section = waiting ? openTo(sections, rights).find(({ key }) => key === code) : undefined
      // A key of the screen that is open must not be pressed with it.
      if (section || code === 'KeyG') event.preventDefault()
      if (section) void navigate({ to: section.to, params: { projectId } })
    }
    // Before the keys of the open screen, which leave alone what was prevented.
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [navigate, projectId, rights])
}

/** Where a letter is written, or means something of its own. */
const isTaken = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role=menu], [role=listbox], [data-own-keys]') !== null)) ||
  document.querySelector('[role=dialog][data-state=open], [role=menu][data-state=open]') !== null
