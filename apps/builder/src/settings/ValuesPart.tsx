import { LiveVariables } from './LiveVariables.tsx'
import { NamedValues } from './NamedValues.tsx'
import { SettingsCard } from './SettingsCard.tsx'
import { useUndoKeys } from './use-undo-keys.ts'

/** Constants and project variables. The last of the three is no part of the document and in force at once. */
export default function ValuesPart() {
  useUndoKeys()
  return (
    <>
      <SettingsCard name="constants" needs={['settings', 'funnel']}>
        <NamedValues list="constants" />
      </SettingsCard>
      <SettingsCard name="variables" needs={['settings', 'funnel']}>
        <NamedValues list="variables" />
      </SettingsCard>
      <SettingsCard name="live" needs={['settings']}>
        <LiveVariables />
      </SettingsCard>
    </>
  )
}
