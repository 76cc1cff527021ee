import { SettingsCard } from '../settings/SettingsCard.tsx'
import { Automation } from './Automation.tsx'
import { Bindings } from './Bindings.tsx'
import { OperatorList } from './OperatorList.tsx'

/** Who is on shift, and how new dialogues are given to them (crm-and-tasks, section 12). */
export default function OperatorsPart() {
  return (
    <>
      <SettingsCard name="shifts" needs={['employees']}>
        <OperatorList />
      </SettingsCard>
      <SettingsCard name="automation" needs={['employees']}>
        <Automation />
      </SettingsCard>
      <SettingsCard name="bindings" needs={['employees']}>
        <Bindings />
      </SettingsCard>
    </>
  )
}
