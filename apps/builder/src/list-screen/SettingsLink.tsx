import { Link } from '@tanstack/react-router'
import { Settings } from 'lucide-react'
import { useProject } from '../app/project-context.tsx'

/** From a list to what it is set up by; on a telephone only its icon. Nothing for who may not look at settings. */
export function SettingsLink({ part, text }: { readonly part: string; readonly text: string }) {
  const { id: projectId, rights } = useProject()
  if (!rights.may('settings')) return null
  return (
    <Link
      to="/p/$projectId/settings/$part"
      params={{ projectId, part }}
      className="ml-auto inline-flex h-8 items-center gap-2 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-text"
    >
      <Settings size={14} aria-hidden />
      <span className="sr-only sm:not-sr-only">{text}</span>
    </Link>
  )
}
