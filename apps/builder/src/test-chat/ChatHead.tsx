import type { TestChat } from '@voronka/api'
import { PanelLeft, RotateCcw, UserRound, UserRoundPlus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, Menu, toast } from '../ui/index.ts'
import type { ChatActions } from './chat-actions.ts'

interface ChatHeadProps {
  readonly chat: TestChat
  readonly withBlocks: boolean
  readonly onBlocks: (shown: boolean) => void
  readonly actions: ChatActions
  readonly attempt: (act: Promise<void>) => Promise<boolean>
  readonly onClose: () => void
}

/** Who speaks, starting over, and the way out. */
export function ChatHead({ chat: { person, people }, withBlocks, onBlocks, actions, attempt, onClose }: ChatHeadProps) {
  const { t } = useTranslation('test-chat')
  const restart = async () => {
    if (await attempt(actions.restart())) toast(t('chat.restarted'))
  }
  return (
    <header className="flex min-h-12 flex-none items-center gap-1 border-b border-line py-2 pr-2 pl-3">
      <span className="hidden @min-[640px]:contents">
        <IconButton
          label={t(withBlocks ? 'blocks.hide' : 'blocks.show')}
          icon={<PanelLeft size={16} />}
          pressed={withBlocks}
          onClick={() => onBlocks(!withBlocks)}
        />
      </span>
      <h2 className="min-w-0 truncate text-base font-semibold">{t('title')}</h2>
      <span className="flex-1" />
      <Menu
        align="end"
        trigger={
          <Button
            small
            look="quiet"
            icon={<UserRound size={14} />}
            aria-label={`${t('chat.personLabel')}: ${t('chat.person', { number: person })}`}
          >
            {t('chat.person', { number: person })}
          </Button>
        }
        items={[
          ...Array.from({ length: people }, (_, index) => ({
            label: t('chat.person', { number: index + 1 }),
            checked: index + 1 === person,
            onSelect: () => actions.showPerson(index + 1),
          })),
          'line',
          { label: t('chat.newPerson'), icon: <UserRoundPlus size={16} />, onSelect: () => void attempt(actions.addPerson()) },
        ]}
      />
      <IconButton label={t('chat.restart')} icon={<RotateCcw size={16} />} onClick={() => void restart()} />
      <IconButton label={t('close')} icon={<X size={16} />} onClick={onClose} />
    </header>
  )
}
