import type { ChatButton } from '@voronka/api'
import { buttonColor, safeHref } from '@voronka/api/formatted-text'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Buttons in their rows and columns (builder-and-runtime, section 14). */
export function ButtonGrid({
  buttons,
  onPress,
}: {
  readonly buttons: readonly ChatButton[]
  readonly onPress: (button: ChatButton) => void
}) {
  const rows = new Map<number, ChatButton[]>()
  for (const button of buttons) rows.set(button.line, [...(rows.get(button.line) ?? []), button])
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.indexInLine - b.indexInLine))
  return (
    <div className="flex w-full min-w-0 flex-col gap-1">
      {inOrder.map((row, index) => (
        <div key={index} className="flex gap-1">
          {row.map((button, place) => (
            <ChatButtonView key={place} button={button} onPress={() => onPress(button)} />
          ))}
        </div>
      ))}
    </div>
  )
}

const look =
  'flex min-h-8 min-w-0 flex-1 items-center justify-center gap-1 rounded-md border border-line bg-surface px-2 py-1 text-center text-sm leading-4 font-medium text-accent wrap-anywhere hover:border-accent'

function ChatButtonView({ button: { text, url, color }, onPress }: { readonly button: ChatButton; readonly onPress: () => void }) {
  const { t } = useTranslation('messages')
  const href = url === undefined ? undefined : safeHref(url)
  const colors = buttonColor(color)
  const style = colors && { backgroundColor: colors.background, color: colors.text }
  if (href === undefined) {
    return (
      <button type="button" className={look} style={style} onClick={onPress}>
        {text}
      </button>
    )
  }
  return (
    <a className={look} style={style} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
      <ExternalLink aria-hidden className="size-3 flex-none" />
      <span className="sr-only">, {t('newWindow')}</span>
    </a>
  )
}
