import { Check, FlaskConical, HelpCircle, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { control } from '../ui/index.ts'
import type { ConditionValues } from './ConditionFields.tsx'
import { tryPhrase, type PhraseVerdict } from './try-phrase.ts'

const looks: Readonly<Record<PhraseVerdict, { readonly Icon: typeof Check; readonly color: string }>> = {
  yes: { Icon: Check, color: 'text-success' },
  condition: { Icon: X, color: 'text-danger' },
  'ignored-text': { Icon: X, color: 'text-danger' },
  gaveUp: { Icon: X, color: 'text-danger' },
  variables: { Icon: HelpCircle, color: 'text-muted' },
}

/** Does this condition fire on that phrase? Answered at every key by the matcher itself. */
export function TryPhrase({ values }: { readonly values: ConditionValues }) {
  const { t } = useTranslation('panel')
  const [phrase, setPhrase] = useState('')
  const verdict = phrase.trim() ? tryPhrase(values, phrase) : undefined
  const look = verdict && looks[verdict]
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-sunken p-2">
      <label className="flex items-center gap-2">
        <FlaskConical aria-hidden className="size-4 flex-none text-faint" />
        <span className="sr-only">{t('try.label')}</span>
        <input
          className={control}
          placeholder={`${t('try.open')}: ${t('try.label').toLowerCase()}`}
          value={phrase}
          autoComplete="off"
          onChange={({ target }) => setPhrase(target.value)}
        />
      </label>
      <output className={`flex items-start gap-1.5 pl-6 text-xs leading-4 empty:hidden ${look?.color ?? ''}`}>
        {look && <look.Icon aria-hidden className="mt-px size-3.5 flex-none" />}
        {verdict && t(`try.${verdict}`)}
      </output>
    </div>
  )
}
