import { Keeping } from './Keeping.tsx'
import { SettingsCard } from './SettingsCard.tsx'

export default function KeepingPart() {
  return (
    <SettingsCard name="keeping" needs={['settings']}>
      <Keeping />
    </SettingsCard>
  )
}
