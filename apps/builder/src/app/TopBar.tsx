import { Link } from '@tanstack/react-router'
import { Search, TriangleAlert, CircleCheck, Rocket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProblems } from '../editor/index.ts'
import { Button, IconButton, Kbd } from '../ui/index.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { ProjectSwitcher } from './ProjectSwitcher.tsx'
import { SaveIndicator } from './SaveIndicator.tsx'
import { openDialog, showPalette, toggleDrawer } from './workspace.ts'

export function TopBar() {
  const { t } = useTranslation('app')
  return (
    <header className="flex h-12 min-w-0 items-center gap-1 border-b border-line bg-surface pr-2 pl-2 sm:col-span-2 sm:gap-2">
      <Link to="/" aria-label={t('nav.projects')} className="flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-hover">
        <img src="/icon.svg" alt="" width={22} height={22} />
      </Link>
      <ProjectSwitcher />
      <SaveIndicator />
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
      <ProblemCount />
      <Button look="primary" icon={<Rocket size={14} aria-hidden />} onClick={() => openDialog('publish')} aria-label={t('publish')}>
        <span className="hidden sm:inline">{t('publish')}</span>
      </Button>
      <PersonMenu />
    </header>
  )
}

function ProblemCount() {
  const { t } = useTranslation('app')
  const problems = useProblems()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const count = problems.length
  const text = count ? t('problems.some', { count }) : t('problems.none')
  const Icon = count ? TriangleAlert : CircleCheck
  return (
    <Button look="quiet" className="px-2" aria-label={text} title={text} onClick={() => toggleDrawer('problems')}>
      <Icon size={16} aria-hidden className={errors ? 'text-danger' : count ? 'text-warning' : 'text-success'} />
      {count > 0 && <span className="tabular-nums">{count}</span>}
    </Button>
  )
}
