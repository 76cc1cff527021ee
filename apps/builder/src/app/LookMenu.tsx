import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { languageNames, languages, setLanguage, useLanguage } from './language.ts'
import { setTheme, themes, useTheme } from './theme.ts'
import type { Language } from '@voronka/calculator'

/** Language and theme at this device, while nobody is signed in. */
export function LookMenu() {
  const { t } = useTranslation('app')
  return (
    <Menu
      align="end"
      items={useLookEntries((language) => void setLanguage(language))}
      trigger={<IconButton label={t('person.look')} icon={<Languages size={16} />} />}
    />
  )
}

/** The lines of a menu that choose language and theme. */
export function useLookEntries(onLanguage: (language: Language) => void): MenuEntry[] {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const theme = useTheme()
  return [
    { heading: t('person.language') },
    ...languages.map((code) => ({ label: languageNames[code], checked: code === language, onSelect: () => onLanguage(code) })),
    'line',
    { heading: t('person.theme') },
    ...themes.map((name) => ({ label: t(`person.themes.${name}`), checked: name === theme, onSelect: () => setTheme(name) })),
  ]
}
