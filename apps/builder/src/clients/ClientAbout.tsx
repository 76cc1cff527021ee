import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { Plus, Unlink, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { CallButton, ClientPicker, labelColors, labelsQuery, listsQuery } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, IconButton, KeptField, Menu, Section, Skeleton } from '../ui/index.ts'
import { ClientVariables } from './ClientVariables.tsx'
import { PlannedList } from './PlannedList.tsx'
import type { ClientActions } from './use-client-actions.ts'

interface AboutProps {
  readonly client: ClientCard
  readonly actions: ClientActions
}

/** Who he is: name, contacts, labels, lists, where he stands, what is planned, what is known (crm-and-tasks, section 11.2). */
export function ClientAbout({ client, actions }: AboutProps) {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const editable = rights.may('clients', 'edit') && rights.has('clients.interact')
  const { position } = client
  return (
    <div className="flex flex-col gap-4 text-sm">
      <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-2">
        <KeptField
          label={t('about.name')}
          value={client.name}
          most={255}
          onKeep={(name, from) => name && actions.update({ name, was: { name: from } })}
        />
        <div className="flex items-end gap-1">
          <div className="min-w-0 flex-1">
            <KeptField
              label={t('about.phone')}
              type="tel"
              value={client.phone}
              most={50}
              onKeep={(phone, from) => actions.update({ phone, was: { phone: from } })}
            />
          </div>
          {editable && <CallButton client={client.id} text={client.phone} />}
        </div>
        <KeptField
          label={t('about.email')}
          type="email"
          value={client.email}
          most={255}
          onKeep={(email, from) => actions.update({ email, was: { email: from } })}
        />
      </fieldset>
      <Labels client={client} actions={actions} editable={editable} />
      <Lists client={client} actions={actions} editable={editable} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-xs">
        <dt className="text-muted">{t('about.position')}</dt>
        <dd>
          {!position ? (
            t('about.nowhere')
          ) : rights.may('funnel') ? (
            <Link to="/p/$projectId" params={{ projectId }} search={{ block: position.block }} className="text-accent hover:underline">
              {t('about.block', { number: position.block, name: position.name })}
            </Link>
          ) : (
            t('about.block', { number: position.block, name: position.name })
          )}
        </dd>
        <dt className="text-muted">{t('about.channel')}</dt>
        <dd className="truncate">{client.channel.name || t('about.noChannel')}</dd>
        {client.messengerId && (
          <>
            <dt className="text-muted">{t('about.messengerId')}</dt>
            <dd className="truncate font-mono">{client.messengerId}</dd>
          </>
        )}
        {client.tag && (
          <>
            <dt className="text-muted">{t('about.tag')}</dt>
            <dd className="truncate">{client.tag}</dd>
          </>
        )}
        <dt className="text-muted">{t('about.id')}</dt>
        <dd className="font-mono">{client.id}</dd>
        <dt className="text-muted">{t('about.created')}</dt>
        <dd>
          <Moment at={client.createdAt} />
        </dd>
      </dl>
      {client.planned.length > 0 && (
        <Section title={t('planned.title', { count: client.planned.length })} open={undefined}>
          <PlannedList client={client} actions={actions} editable={editable} />
        </Section>
      )}
      {(rights.has('variables.seeClient') || rights.has('variables.seeOrder')) && (
        <Section title={t('variables.title')}>
          <ClientVariables client={client} actions={actions} editable={editable} />
        </Section>
      )}
      {editable && (
        <Section title={t('merge.title')} open={undefined}>
          <Merge client={client} actions={actions} />
        </Section>
      )}
    </div>
  )
}

type PartProps = AboutProps & { readonly editable: boolean }

function Labels({ client, actions, editable }: PartProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: labels } = useQuery(labelsQuery(projectId))
  if (!labels) return <Skeleton className="h-11" />
  const mine = labels.filter(({ number }) => client.labels.includes(number))
  const others = labels.filter(({ number }) => !client.labels.includes(number))
  return (
    <div>
      <p className="mb-1 text-xs text-muted">{t('about.labels')}</p>
      <ul className="flex flex-wrap items-center gap-1">
        {mine.map(({ number, name, color }) => (
          <li key={number} className="flex items-center gap-1 rounded-sm bg-sunken pl-1.5 text-xs">
            <span aria-hidden className={clsx('size-2 rounded-full', labelColors[color])} />
            <span className="py-1 pr-1.5">{name}</span>
            {editable && (
              <IconButton
                small
                label={t('about.removeLabel', { name })}
                icon={<X size={12} />}
                onClick={() => actions.labels({ remove: [number] })}
              />
            )}
          </li>
        ))}
        {editable && others.length > 0 && (
          <li>
            <Menu
              trigger={<IconButton small label={t('about.addLabel')} icon={<Plus size={14} />} />}
              items={others.map(({ number, name }) => ({ label: name, onSelect: () => actions.labels({ add: [number] }) }))}
            />
          </li>
        )}
        {!mine.length && !others.length && <li className="text-xs text-faint">{t('about.noLabels')}</li>}
      </ul>
    </div>
  )
}

function Lists({ client, actions, editable }: PartProps) {
  const { t } = useTranslation('clients')
  const { id: projectId } = useProject()
  const { data: lists } = useQuery(listsQuery(projectId))
  if (!lists) return <Skeleton className="h-11" />
  const mine = lists.filter(({ number }) => client.lists.includes(number))
  const others = lists.filter(({ number }) => !client.lists.includes(number))
  return (
    <div>
      <p className="mb-1 text-xs text-muted">{t('about.lists')}</p>
      <ul className="flex flex-wrap items-center gap-1">
        {mine.map(({ number, name }) => (
          <li key={number} className="flex items-center gap-1 rounded-sm bg-sunken pl-1.5 text-xs">
            <span className="py-1 pr-1.5">{name}</span>
            {editable && (
              <IconButton
                small
                label={t('about.removeList', { name })}
                icon={<X size={12} />}
                onClick={() => actions.lists({ remove: [number] })}
              />
            )}
          </li>
        ))}
        {editable && others.length > 0 && (
          <li>
            <Menu
              trigger={<IconButton small label={t('about.addList')} icon={<Plus size={14} />} />}
              items={others.map(({ number, name }) => ({ label: name, onSelect: () => actions.lists({ add: [number] }) }))}
            />
          </li>
        )}
        {!mine.length && !others.length && <li className="text-xs text-faint">{t('about.noLists')}</li>}
      </ul>
    </div>
  )
}

/** Two profiles of one person become one; each can be taken out again. */
function Merge({ client, actions }: AboutProps) {
  const { t } = useTranslation('clients')
  return (
    <div className="flex flex-col gap-2">
      {client.bound.map(({ id, name }) => (
        <p key={id} className="flex items-center gap-2 text-xs">
          <bdi className="min-w-0 flex-1 truncate">
            {name || t('noName', { id })}
            {id === client.main && <span className="ml-1 text-faint">{t('merge.main')}</span>}
          </bdi>
          <Button small icon={<Unlink size={12} aria-hidden />} onClick={() => actions.unmerge(id)}>
            {t('merge.undo')}
          </Button>
        </p>
      ))}
      <ClientPicker label={t('merge.with')} value={null} onChange={(other) => other && other.id !== client.id && actions.merge(other.id)} />
      <p className="text-xs text-faint">{t('merge.hint')}</p>
    </div>
  )
}
