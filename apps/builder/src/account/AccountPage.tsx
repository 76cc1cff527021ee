import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PersonMenu } from '../app/PersonMenu.tsx'
import { Password } from './Password.tsx'
import { Profile } from './Profile.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

/** Everything about oneself: name, looks, how one comes in, and where one is. */
export function AccountPage() {
  const { t } = useTranslation('account')
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
        <div className="mx-auto flex max-w-160 flex-col gap-4 px-4 py-6">
          <h1 className="text-xl font-semibold">{t('title')}</h1>
          <Profile />
          <Password />
          <SecondFactor />
          <Sessions />
        </div>
      </main>
    </div>
  )
}
