import type { Section } from '@voronka/api'
import { Eye } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../app/project-context.tsx'
import type settings from '../locales/en/settings.json'

type Texts = typeof settings
type Titled = { [Name in keyof Texts]: Texts[Name] extends { title: string; about: string } ? Name : never }[keyof Texts]

interface SettingsCardProps {
  /** `<name>.title` and `<name>.about` in settings.json. */
  readonly name: Titled
  /** Sections that have to be open for editing; else what is inside can only be looked at, and says so. */
  readonly needs?: readonly Section[]
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One matter on a page of the settings. */
export function SettingsCard({ name, needs = [], aside, children }: SettingsCardProps) {
  const { t } = useTranslation('settings')
  const { may } = useRights()
  const id = useId()
  const locked = !needs.every((section) => may(section, 'edit'))
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start gap-2">
        <h2 id={id} className="flex-1 text-base font-semibold">
          {t(`${name}.title`)}
        </h2>
        {locked && (
          <span className="flex items-center gap-1 rounded-sm bg-sunken px-2 py-0.5 text-xs text-muted">
            <Eye size={12} aria-hidden />
            {t('lookOnly')}
          </span>
        )}
        {aside}
      </div>
      <p className="mt-0.5 mb-3 text-sm text-muted">{t(`${name}.about`)}</p>
      {locked ? (
        <fieldset disabled className="min-w-0">
          {children}
        </fieldset>
      ) : (
        children
      )}
    </section>
  )
}
