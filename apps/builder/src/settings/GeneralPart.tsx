import { Files } from './Files.tsx'
import { General } from './General.tsx'
import { Replies } from './Replies.tsx'
import { Sending } from './Sending.tsx'
import { SettingsCard } from './SettingsCard.tsx'
import { useUndoKeys } from './use-undo-keys.ts'

/** What the project is called and how it speaks; saved and undone like everything of the document. */
export default function GeneralPart() {
  useUndoKeys()
  return (
    <>
      <SettingsCard name="general" needs={['settings', 'funnel']}>
        <General />
      </SettingsCard>
      <SettingsCard name="replies" needs={['settings', 'funnel']}>
        <Replies />
      </SettingsCard>
      <SettingsCard name="sending" needs={['settings', 'funnel']}>
        <Sending />
      </SettingsCard>
      <SettingsCard name="files">
        <Files />
      </SettingsCard>
    </>
  )
}
