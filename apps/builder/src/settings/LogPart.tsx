import { ProjectLog } from './ProjectLog.tsx'
import { SettingsCard } from './SettingsCard.tsx'

export default function LogPart() {
  return (
    <SettingsCard name="log">
      <ProjectLog />
    </SettingsCard>
  )
}
