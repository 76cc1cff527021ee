import { chatIcons } from '@voronka/api'
import type { ChatLook } from '@voronka/api'
import { CircleQuestionMark, Headset, Heart, MessageCircle, MessageSquareMore } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

const pictures: Readonly<Record<ChatLook['icon'], LucideIcon>> = {
  chat: MessageCircle,
  dots: MessageSquareMore,
  question: CircleQuestionMark,
  headset: Headset,
  heart: Heart,
}

interface IconChoiceProps {
  readonly value: ChatLook['icon']
  onChange(icon: ChatLook['icon']): void
}

/** The picture on the button that opens the chat. */
export function IconChoice({ value, onChange }: IconChoiceProps) {
  const { t } = useTranslation('web-chat')
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium text-muted">{t('look.icon')}</legend>
      <div className="flex flex-wrap gap-2">
        {chatIcons.map((icon) => {
          const Picture = pictures[icon]
          return (
            <label
              key={icon}
              title={t(`look.icons.${icon}`)}
              className="flex size-10 cursor-pointer items-center justify-center rounded-md border border-line text-muted hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:opacity-50"
            >
              <input type="radio" name={name} className="sr-only" checked={icon === value} onChange={() => onChange(icon)} />
              <Picture size={20} aria-hidden />
              <span className="sr-only">{t(`look.icons.${icon}`)}</span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
