import type { Section } from '@voronka/api'
import { Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../app/project-context.tsx'
import type settings from '../locales/en/settings.json'
import { Card } from '../ui/index.ts'

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
  const locked = !needs.every((section) => may(section, 'edit'))
  return (
    <Card
      title={t(`${name}.title`)}
      about={t(`${name}.about`)}
      aside={
        locked ? (
          <span className="flex items-center gap-1 rounded-sm bg-sunken px-2 py-0.5 text-xs text-muted">
            <Eye size={12} aria-hidden />
            {t('lookOnly')}
          </span>
        ) : (
          aside
        )
      }
    >
      {locked ? (
        <fieldset disabled className="min-w-0">
          {children}
        </fieldset>
      ) : (
        children
      )}
    </Card>
  )
}
