import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { OutsideProjects } from '../app/OutsideProjects.tsx'
import { useMe } from '../app/session.ts'
import { Skeleton } from '../ui/index.ts'
import { Accounts } from './Accounts.tsx'
import { accountsQuery } from './accounts-query.ts'
import { ServerState } from './ServerState.tsx'

const InstallationLog = lazy(() => import('../people/AuditPart.tsx').then((part) => ({ default: part.InstallationLog })))

/** The server as a whole, for those who own it: how it is, whose accounts there are, and what happened to them. */
export function InstallationPage() {
  return useMe().account.installationOwner ? <Owned /> : <Broken missing />
}

function Owned() {
  const { t } = useTranslation('installation')
  const { data: accounts = [] } = useQuery(accountsQuery)
  return (
    <OutsideProjects wide title={t('title')}>
      <ServerState />
      <Accounts />
      <Suspense fallback={<Skeleton className="h-60" />}>
        <InstallationLog people={accounts.map(({ id, name, email }) => ({ account: id, name: name || email }))} />
      </Suspense>
    </OutsideProjects>
  )
}
