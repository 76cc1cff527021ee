import { updateAccount } from '@voronka/api'
import type { AccountInfo } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Ban, CircleCheck, Ellipsis, Server, ServerOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { meQuery, useMe } from '../app/session.ts'
import { Moment } from '../projects/Moment.tsx'
import { NotLoaded } from '../settings/NotLoaded.tsx'
import { Card, IconButton, Menu, Skeleton, toast } from '../ui/index.ts'
import type { MenuEntry } from '../ui/index.ts'
import { accountsQuery } from './accounts-query.ts'

const acts = ['give', 'take', 'disable', 'enable'] as const
type Act = (typeof acts)[number]
type Asking = { readonly act: Act; readonly account: AccountInfo }

const changes = {
  give: { installationOwner: true },
  take: { installationOwner: false },
  disable: { disabled: true },
  enable: { disabled: false },
} as const satisfies Record<Act, { installationOwner?: boolean; disabled?: boolean }>

/** Everybody who can sign in to this server. */
export function Accounts() {
  const { t } = useTranslation('installation')
  const queries = useQueryClient()
  const { data: accounts, error, refetch } = useQuery({ ...accountsQuery, refetchOnMount: 'always' })
  const [asking, setAsking] = useState<Asking>()
  const done = ({ act, account }: Asking) => {
    toast(t(`accounts.${act}.done`, { name: nameOf(account) }))
    setAsking(undefined)
    // It may have been oneself, and it stands in the log.
    for (const queryKey of [accountsQuery.queryKey, meQuery.queryKey, ['audit', 'installation']])
      void queries.invalidateQueries({ queryKey })
  }
  return (
    <Card title={t('accounts.title')} about={t('accounts.about')}>
      {error && !accounts ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : accounts ? (
        <ul aria-label={t('accounts.title')} className="flex flex-col">
          {accounts.map((account) => (
            <Row key={account.id} account={account} onAct={(act) => setAsking({ act, account })} />
          ))}
        </ul>
      ) : (
        <Skeleton className="h-24" />
      )}
      {asking && (
        <ConfirmDialog
          title={t(`accounts.${asking.act}.title`, { name: nameOf(asking.account) })}
          about={t(`accounts.${asking.act}.about`)}
          action={t(`accounts.${asking.act}.action`)}
          danger={asking.act === 'disable'}
          faultOf={({ code }) => (code === 'last-owner' ? t('accounts.lastOwner') : undefined)}
          run={() => call(updateAccount, { accountId: asking.account.id, ...changes[asking.act] })}
          onDone={() => done(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  )
}

const nameOf = ({ name, email }: AccountInfo): string => name || email

function Row({ account, onAct }: { readonly account: AccountInfo; onAct(act: Act): void }) {
  const { t } = useTranslation('installation')
  const self = useMe().account.id === account.id
  const item = (act: Act, Icon: typeof Ban, danger = false): MenuEntry => ({
    label: t(`accounts.${act}.action`),
    icon: <Icon size={14} />,
    danger,
    onSelect: () => onAct(act),
  })
  const items: MenuEntry[] = [
    account.installationOwner ? item('take', ServerOff) : item('give', Server),
    // Whoever locks himself out would have to ask another owner.
    ...(self ? [] : account.disabled ? [item('enable', CircleCheck)] : (['line', item('disable', Ban, true)] as const)),
  ]
  return (
    <li className="flex items-center gap-3 border-t border-line py-2 first:border-t-0 first:pt-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm font-medium">
          <span className="min-w-0 wrap-anywhere">{nameOf(account)}</span>
          {self && <span className="text-xs font-normal text-faint">{t('accounts.you')}</span>}
          {account.installationOwner && <Mark look="bg-accent-soft text-accent">{t('accounts.owner')}</Mark>}
          {account.disabled && <Mark look="bg-danger-soft text-danger">{t('accounts.disabled')}</Mark>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          {account.name && <span className="wrap-anywhere">{account.email}</span>}
          <span>{t('accounts.projects', { count: account.projects })}</span>
          <span>{account.secondFactor ? t('accounts.factorOn') : t('accounts.factorOff')}</span>
          <span>{account.lastSeenAt ? <Moment at={account.lastSeenAt} /> : t('accounts.neverSeen')}</span>
        </p>
      </div>
      <Menu
        align="end"
        items={items}
        trigger={<IconButton label={t('accounts.menu', { name: nameOf(account) })} icon={<Ellipsis size={16} />} />}
      />
    </li>
  )
}

const Mark = ({ look, children }: { readonly look: string; readonly children: string }) => (
  <span className={`rounded-sm px-1 text-xs font-normal ${look}`}>{children}</span>
)
