import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Bell } from '../notifications/index.ts'
import { ShiftMenu } from '../operators/index.ts'
import { IconButton, Kbd } from '../ui/index.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { ProjectSwitcher } from './ProjectSwitcher.tsx'
import { TopBarSlot } from './TopBarPart.tsx'
import { showPalette } from './workspace.ts'

/** The same on every screen of a project; what belongs to one screen comes from there (`TopBarPart`). */
export function TopBar() {
  const { t } = useTranslation('app')
  return (
    <header className="flex h-12 print:hidden min-w-0 items-center gap-1 border-b border-line bg-surface pr-2 pl-2 sm:col-span-2 sm:gap-2">
      <Link to="/" aria-label={t('nav.projects')} className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-hover">
        <img src="/icon.svg" alt="" width={22} height={22} />
      </Link>
      <ProjectSwitcher />
      <TopBarSlot place="left" />
      <span className="flex-1" />
      <button
        type="button"
        onClick={() => showPalette(true)}
        className="hidden h-8 w-56 items-center gap-2 rounded-md border border-line bg-field px-2 text-sm text-faint hover:border-strong lg:flex"
      >
        <Search size={14} aria-hidden />
        <span className="flex-1 text-left">{t('search')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <IconButton
        className="lg:hidden"
        label={t('searchEverything')}
        keys="Ctrl+K"
        icon={<Search size={16} />}
        onClick={() => showPalette(true)}
      />
      <TopBarSlot place="right" />
      <ShiftMenu />
      <Bell />
      <PersonMenu />
    </header>
  )
}
