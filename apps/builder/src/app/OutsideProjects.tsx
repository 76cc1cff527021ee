import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMenu } from './PersonMenu.tsx'

interface OutsideProjectsProps {
  readonly title: string
  /** For tables and logs, which need more room than fields. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of a page that belongs to no project: the way back to them, and who is signed in. */
export function OutsideProjects({ title, wide = false, children }: OutsideProjectsProps) {
  const { t } = useTranslation('app')
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
        <Link to="/" className="flex h-8 min-w-0 items-center gap-1 rounded-md pr-2 text-sm hover:bg-hover">
          <ChevronLeft size={16} aria-hidden className="text-faint" />
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span className="ml-1 truncate">{t('toProjects')}</span>
        </Link>
        <span className="flex-1" />
        <PersonMenu />
      </header>
      <main className="relative min-h-0 flex-1 overflow-y-auto">
        <div className={`mx-auto flex flex-col gap-4 px-4 py-6 ${wide ? 'max-w-240' : 'max-w-160'}`}>
          <h1 className="text-xl font-semibold">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
