import { useTranslation } from 'react-i18next'
import { OutsideProjects } from '../app/OutsideProjects.tsx'
import { Password } from './Password.tsx'
import { Profile } from './Profile.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

/** Everything about oneself: name, looks, how one comes in, and where one is. */
export function AccountPage() {
  const { t } = useTranslation('account')
  return (
    <OutsideProjects title={t('title')}>
      <Profile />
      <Password />
      <SecondFactor />
      <Sessions />
    </OutsideProjects>
  )
}
