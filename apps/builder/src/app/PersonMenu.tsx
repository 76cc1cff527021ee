import { signOut } from '@voronka/api'
import { useNavigate } from '@tanstack/react-router'
import { CircleUserRound, LogOut, Server, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu, toast } from '../ui/index.ts'
import { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { useLookEntries } from './LookMenu.tsx'
import { useMe } from './session.ts'
import { useChangeLanguage } from './use-change-language.ts'

/** Who is signed in: his language and theme, his account, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const { account } = useMe()
  const look = useLookEntries(useChangeLanguage())
  return (
    <Menu
      align="end"
      items={[
        { heading: account.name },
        { heading: account.email },
        { label: t('person.account'), icon: <UserRound size={14} />, onSelect: () => void navigate({ to: '/account' }) },
        ...(account.installationOwner
          ? [{ label: t('person.installation'), icon: <Server size={14} />, onSelect: () => void navigate({ to: '/installation' }) }]
          : []),
        'line',
        ...look,
        'line',
        { label: t('person.signOut'), icon: <LogOut size={14} />, onSelect: () => void leave(() => toast.error(t('errors.offline'))) },
      ]}
      trigger={<IconButton label={t('person.menu', { name: account.name })} icon={<CircleUserRound size={18} />} />}
    />
  )
}

/** The page is loaded anew, so that nothing of the former person is left in it. */
async function leave(onFault: () => void): Promise<void> {
  try {
    await call(signOut, {})
    window.location.assign('/')
  } catch (error) {
    // Who is not signed in any more is out already.
    if (error instanceof ApiError && error.status === 401) window.location.assign('/')
    else onFault()
  }
}
