import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LookMenu } from '../app/LookMenu.tsx'

interface DoorFrameProps {
  readonly title: string
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** The pages before one is signed in: one card in the middle, language and theme in the corner. */
export function DoorFrame({ title, about, children }: DoorFrameProps) {
  const { t } = useTranslation('sign-in')
  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <header className="flex h-12 shrink-0 items-center gap-2 px-3">
        <img src="/icon.svg" alt="" width={22} height={22} />
        <span className="flex-1 font-medium">{t('product')}</span>
        <LookMenu />
      </header>
      <main className="mx-auto my-auto w-full max-w-105 px-4 py-6 pb-16">
        <div className="rounded-md border border-line bg-surface p-5 sm:p-6">
          <h1 className="text-xl font-semibold">{title}</h1>
          {about && <div className="mt-1 text-sm text-muted wrap-anywhere">{about}</div>}
          <div className="mt-5">{children}</div>
        </div>
      </main>
    </div>
  )
}
