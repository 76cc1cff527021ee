import { Navigate, Outlet, useMatch } from '@tanstack/react-router'
import { DoorClosed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/index.ts'
import { FunnelBar } from './FunnelBar.tsx'
import { LeadsOn } from './LeadsOn.tsx'
import { OpenEditor } from './OpenEditor.tsx'
import { useProject } from './project-context.tsx'
import { openTo } from './rights.ts'
import { sections } from './sections.ts'

/** The draft stays open between the screens that work on it. Whom his role does not show it comes to what it does show. */
export function EditorScreens() {
  const funnel = useMatch({ from: '/p/$projectId/_editor/', shouldThrow: false })
  const { id: projectId, rights } = useProject()
  const [first] = openTo(sections, rights)
  if (!rights.may('funnel'))
    return first ? (
      <LeadsOn>
        <Navigate replace to={first.to} params={{ projectId }} />
      </LeadsOn>
    ) : (
      <NothingOpen />
    )
  return (
    <OpenEditor>
      <FunnelBar problems={Boolean(funnel)} />
      <Outlet />
    </OpenEditor>
  )
}

function NothingOpen() {
  const { t } = useTranslation('app')
  return (
    <main className="flex h-full items-center justify-center">
      <EmptyState
        icon={<DoorClosed size={40} strokeWidth={1.2} aria-hidden />}
        title={t('nothingOpen.title')}
        about={t('nothingOpen.about')}
      />
    </main>
  )
}
