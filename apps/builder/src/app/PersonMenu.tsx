import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { languageNames, languages, setLanguage, useLanguage } from './language.ts'
import { setTheme, themes, useTheme } from './theme.ts'

/** Language and theme of the person at this device. */
export function PersonMenu() {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const theme = useTheme()
  const items: MenuEntry[] = [
    { heading: t('person.language') },
    ...languages.map((code) => ({ label: languageNames[code], checked: code === language, onSelect: () => void setLanguage(code) })),
    'line',
    { heading: t('person.theme') },
    ...themes.map((name) => ({ label: t(`person.themes.${name}`), checked: name === theme, onSelect: () => setTheme(name) })),
  ]
  return <Menu align="end" items={items} trigger={<IconButton label={t('person.menu')} icon={<Languages size={16} />} />} />
}
