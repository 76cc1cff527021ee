import { SettingsCard } from './SettingsCard.tsx'
import { WebChat } from './WebChat.tsx'

export default function ChatPart() {
  return (
    <SettingsCard name="chat" needs={['settings']}>
      <WebChat />
    </SettingsCard>
  )
}
