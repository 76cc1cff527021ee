import { updateProfile } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { languageNames, languages, useLanguage } from '../app/language.ts'
import { useMe, useNoteMe } from '../app/session.ts'
import { setTheme, themes, useTheme } from '../app/theme.ts'
import { useChangeLanguage } from '../app/use-change-language.ts'
import { Card, Segments, TextInput, toast, useKept } from '../ui/index.ts'

export function Profile() {
  const { t } = useTranslation('account')
  const { t: say } = useTranslation('app')
  const { account } = useMe()
  const noteMe = useNoteMe()
  const language = useLanguage()
  const changeLanguage = useChangeLanguage()
  const theme = useTheme()
  const { field: name } = useKept(account.name, (written) => {
    if (!written.trim()) return
    call(updateProfile, { name: written.trim() }).then(
      (me) => {
        noteMe(me)
        toast(t('profile.saved'))
      },
      () => toast.error(t('failed')),
    )
  })
  return (
    <Card title={t('profile.title')} about={account.email}>
      <div className="flex flex-col gap-4">
        <TextInput label={t('profile.name')} hint={t('profile.nameHint')} autoComplete="name" maxLength={255} {...name} />
        <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <Segments
            label={say('person.language')}
            value={language}
            options={languages.map((value) => ({ value, text: languageNames[value] }))}
            onChange={changeLanguage}
          />
          <Segments
            label={say('person.theme')}
            value={theme}
            options={themes.map((value) => ({ value, text: say(`person.themes.${value}`) }))}
            onChange={setTheme}
          />
        </div>
      </div>
    </Card>
  )
}
