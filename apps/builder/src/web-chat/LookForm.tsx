import type { ChatLook } from '@voronka/api'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { PhotoField } from '../files/index.ts'
import { NumberInput, Segments, TextArea, TextInput } from '../ui/index.ts'
import { IconChoice } from './IconChoice.tsx'

interface LookFormProps {
  readonly look: ChatLook
  /** Of the channel: its title where no other is given. */
  readonly name: string
  onChange(some: Partial<ChatLook>): void
}

const themes = ['auto', 'light', 'dark'] as const
const sides = ['left', 'right'] as const
const languages = ['auto', 'ru', 'en'] as const

/** Everything about the looks of a chat, and what it says before anybody has said anything. */
export function LookForm({ look, name, onChange }: LookFormProps) {
  const { t } = useTranslation('web-chat')
  const id = useId()
  return (
    <>
      <div className="flex items-end gap-3">
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-xs text-muted">
            {t('look.color')}
          </label>
          <input
            id={id}
            type="color"
            value={look.color}
            onChange={({ target }) => onChange({ color: target.value })}
            className="h-8 w-16 cursor-pointer rounded-md border border-line bg-field p-1"
          />
        </div>
        <div className="min-w-0 flex-1">
          <Segments
            label={t('look.theme')}
            value={look.theme}
            options={themes.map((value) => ({ value, text: t(`look.themes.${value}`) }))}
            onChange={(theme) => onChange({ theme })}
          />
        </div>
      </div>
      <IconChoice value={look.icon} onChange={(icon) => onChange({ icon })} />
      <Segments
        label={t('look.side')}
        value={look.side}
        options={sides.map((value) => ({ value, text: t(`look.sides.${value}`) }))}
        onChange={(side) => onChange({ side })}
      />
      <div className="grid grid-cols-2 gap-3">
        {(['x', 'y'] as const).map((axis) => (
          <NumberInput
            key={axis}
            label={t(`look.offset.${axis}`)}
            value={look.offset[axis]}
            min={0}
            max={400}
            onChange={(value) => onChange({ offset: { ...look.offset, [axis]: value } })}
          />
        ))}
      </div>
      <PhotoField label={t('look.avatar')} ownOnly value={look.avatar} onChange={(avatar) => onChange({ avatar })} />
      <Segments
        label={t('look.language')}
        hint={t('look.languageHint')}
        value={look.language}
        options={languages.map((value) => ({ value, text: t(`look.languages.${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
      <Words look={look} name={name} onChange={onChange} />
      <TextInput
        label={t('look.opening')}
        hint={t('look.openingHint')}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={look.opening}
        onChange={(opening) => onChange({ opening })}
      />
    </>
  )
}

/** What the chat says, in each of its languages. */
function Words({ look, name, onChange }: LookFormProps) {
  const { t } = useTranslation('web-chat')
  const own = useLanguage()
  const [chosen, setLanguage] = useState<'ru' | 'en'>(own)
  const language = look.language === 'auto' ? chosen : look.language
  const words = look.words[language]
  const set = (some: Partial<typeof words>) => onChange({ words: { ...look.words, [language]: { ...words, ...some } } })
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-xs text-muted">{t('words.title')}</legend>
      {look.language === 'auto' && (
        <Segments
          label={t('words.language')}
          labelHidden
          value={language}
          options={(['ru', 'en'] as const).map((value) => ({ value, text: t(`look.languages.${value}`) }))}
          onChange={setLanguage}
        />
      )}
      <TextInput label={t('words.head')} placeholder={name} maxLength={80} value={words.title} onChange={(title) => set({ title })} />
      <TextArea
        label={t('words.greeting')}
        hint={t('words.greetingHint')}
        maxLength={500}
        value={words.greeting}
        onChange={(greeting) => set({ greeting })}
      />
      <TextInput label={t('words.button')} maxLength={40} value={words.button} onChange={(button) => set({ button })} />
      <TextInput
        label={t('words.write')}
        placeholder={t(`words.usualWrite.${language}`)}
        maxLength={80}
        value={words.write}
        onChange={(write) => set({ write })}
      />
      <TextInput
        label={t('words.invitation')}
        hint={t('words.invitationHint')}
        maxLength={200}
        value={words.invitation}
        onChange={(invitation) => set({ invitation })}
      />
      {words.invitation !== '' && (
        <NumberInput
          label={t('words.inviteAfter')}
          value={look.inviteAfter}
          min={0}
          max={600}
          onChange={(inviteAfter) => onChange({ inviteAfter })}
        />
      )}
    </fieldset>
  )
}
