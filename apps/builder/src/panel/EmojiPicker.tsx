import { Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Picker } from '../calculator-editor/index.ts'

const emojis = Array.from(
  '😀😊😉😍🤩😎🤔😅😢😡👋👍👎👏🙏💪👉👇👆✌❤💙💚💛🔥⭐✨🎉🎁🏆✅❌❗❓⚡💡📌📍📞📱✉📅⏰⏳💰💳🛒📦🚚🏠🏢🍰☕🍕🌸☀🌙🚀🔔🔍📈📝📷🎵🔗⬅➡⬆⬇🔙🔄',
)

/** The emojis that bots use most; all others come from the keyboard of the system. */
export function EmojiPicker({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const { t } = useTranslation('panel')
  return (
    <Picker label={t('message.emoji')} icon={<Smile aria-hidden className="size-4" />}>
      {(close) => (
        <div role="group" aria-label={t('emoji.often')} className="grid grid-cols-8 gap-0.5 overflow-y-auto p-2">
          {emojis.map((emoji) => (
            <button
              key={emoji}
              type="button"
              className="flex aspect-square items-center justify-center rounded-md text-xl hover:bg-hover focus-visible:bg-hover"
              onClick={() => {
                close()
                onInsert(emoji)
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </Picker>
  )
}
