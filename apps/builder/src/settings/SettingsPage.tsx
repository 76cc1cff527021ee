import { useTranslation } from 'react-i18next'
import { Files } from './Files.tsx'
import { General } from './General.tsx'
import { LiveVariables } from './LiveVariables.tsx'
import { NamedValues } from './NamedValues.tsx'
import { ProjectLog } from './ProjectLog.tsx'
import { Replies } from './Replies.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useUndoKeys } from './use-undo-keys.ts'
import { WebChat } from './WebChat.tsx'

const parts = [
  { name: 'general', content: General },
  { name: 'replies', content: Replies },
  { name: 'constants', content: () => <NamedValues list="constants" /> },
  { name: 'variables', content: () => <NamedValues list="variables" /> },
  { name: 'live', content: LiveVariables },
  { name: 'chat', content: WebChat },
  { name: 'log', content: ProjectLog },
  { name: 'files', content: Files },
] as const

/** Everything of the project beside its flow. What belongs to the document is saved and undone like it; the rest is in force at once. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  useUndoKeys()
  return (
    <main className="relative h-full overflow-y-auto scroll-smooth">
      <div className="mx-auto grid max-w-240 gap-x-8 px-4 py-6 md:grid-cols-[180px_minmax(0,1fr)] sm:px-6">
        <h1 className="mb-4 text-xl font-semibold md:col-span-2">{t('title')}</h1>
        <nav aria-label={t('parts')} className="hidden md:block">
          <ul className="sticky top-6 flex flex-col gap-0.5">
            {parts.map(({ name }) => (
              <li key={name}>
                <a href={`#${name}`} className="block rounded-md px-2 py-1 text-sm text-muted hover:bg-hover hover:text-text">
                  {t(`${name}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 flex-col gap-4">
          {parts.map(({ name, content: Content }) => (
            <SettingsSection key={name} name={name} title={t(`${name}.title`)} about={t(`${name}.about`)}>
              <Content />
            </SettingsSection>
          ))}
        </div>
      </div>
    </main>
  )
}
