import type { ClientCard } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  ArrowLeft,
  Ban,
  Bot,
  Ellipsis,
  Mail,
  MailOpen,
  MessagesSquare,
  PanelRight,
  Pin,
  PinOff,
  Search,
  Trash2,
  UserRound,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { useOperatorOptions } from '../operators/use-operator-options.ts'
import { operatorsQuery } from '../crm/index.ts'
import { Moment } from '../projects/Moment.tsx'
import { Button, Dialog, IconButton, Menu, Segments, Select, TextArea } from '../ui/index.ts'
import type { ClientActions } from './use-client-actions.ts'

export interface InboxPlace {
  readonly cardShown: boolean
  onCard(): void
  onBack(): void
  /** The field for an answer is to have the focus. */
  readonly focused: boolean
  onFocused(): void
  /** Away from that field, to the list. */
  onLeave(): void
}

interface DialogueHeadProps {
  readonly client: ClientCard
  readonly actions: ClientActions
  readonly inbox: InboxPlace | undefined
  readonly searching: boolean
  onSearch(): void
  onDeleted(): void
}

/** A day: what the button of the reference pauses the bot for (crm-and-tasks, section 11.2). */
const pauseMinutes = 1440

/** Who he is, who speaks with him, and what can be done with the whole dialogue. */
export function DialogueHead({ client, actions, inbox, searching, onSearch, onDeleted }: DialogueHeadProps) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const { id: projectId, rights } = useProject()
  const [dialog, setDialog] = useState<'assign' | 'delete'>()
  const editable = rights.may('clients', 'edit') && rights.has('clients.interact')
  const { buttons } = useOperatorOptions()
  const name = client.name || t('noName', { id: client.id })
  const more = [
    {
      label: t(client.unread ? 'head.read' : 'head.unread'),
      icon: client.unread ? <MailOpen size={14} /> : <Mail size={14} />,
      onSelect: () => actions.update({ read: client.unread > 0 }),
    },
    {
      label: t(client.pinned ? 'head.unpin' : 'head.pin'),
      icon: client.pinned ? <PinOff size={14} /> : <Pin size={14} />,
      onSelect: () => actions.update({ pinned: !client.pinned }),
    },
    {
      label: t(client.blocked ? 'head.unblock' : 'head.block'),
      icon: <Ban size={14} />,
      danger: !client.blocked,
      onSelect: () => actions.update({ blocked: !client.blocked }),
    },
    ...(rights.has('clients.delete')
      ? (['line', { label: t('head.delete'), icon: <Trash2 size={14} />, danger: true, onSelect: () => setDialog('delete') }] as const)
      : []),
  ]
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
      {inbox && <IconButton label={t('head.back')} className="md:hidden" icon={<ArrowLeft size={16} />} onClick={inbox.onBack} />}
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-sm font-medium">
          <bdi>{name}</bdi>
        </h2>
        <p className="truncate text-xs text-muted">
          {client.channel.name}
          {client.lastOwnAt && (
            <>
              {' · '}
              <Moment at={client.lastOwnAt} />
            </>
          )}
          {client.blocked && <span className="text-danger"> · {t('row.blocked')}</span>}
          {client.unsubscribed && <span className="text-danger"> · {t('row.unsubscribed')}</span>}
        </p>
      </div>
      <div className="order-last flex w-full items-center gap-2 empty:hidden @lg:order-none @lg:w-auto">
        {editable && <WhoSpeaks client={client} actions={actions} />}
        {editable && buttons && (
          <Button
            small
            icon={<UserRound size={14} aria-hidden />}
            className="max-w-40 shrink!"
            busy={actions.busy}
            onClick={() => (client.responsible ? setDialog('assign') : actions.assign('me'))}
          >
            <span className="truncate">{client.responsible ? client.responsible.name : t('head.take')}</span>
          </Button>
        )}
      </div>
      <IconButton label={t('head.search')} pressed={searching} icon={<Search size={16} />} onClick={onSearch} />
      {inbox ? (
        <IconButton label={t('head.card')} pressed={inbox.cardShown} icon={<PanelRight size={16} />} onClick={inbox.onCard} />
      ) : (
        <Link
          to="/p/$projectId/clients"
          params={{ projectId }}
          search={{ client: client.id }}
          aria-label={t('head.inbox')}
          title={t('head.inbox')}
          className="flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <MessagesSquare size={16} aria-hidden />
        </Link>
      )}
      {editable && <Menu align="end" trigger={<IconButton label={t('head.more')} icon={<Ellipsis size={16} />} />} items={more} />}
      {dialog === 'assign' && <AssignDialog client={client} actions={actions} onClose={() => setDialog(undefined)} />}
      <Dialog
        open={dialog === 'delete'}
        onClose={() => setDialog(undefined)}
        title={t('delete.title', { name })}
        about={t('delete.about')}
        actions={
          <>
            <Button onClick={() => setDialog(undefined)}>{say('ui.cancel')}</Button>
            <Button look="danger" onClick={() => void actions.remove().then((gone) => gone && onDeleted())}>
              {say('ui.delete')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </header>
  )
}

/** One switch in sight: the bot answers, or a person does and the bot is silent. */
function WhoSpeaks({ client, actions }: Pick<DialogueHeadProps, 'client' | 'actions'>) {
  const { t } = useTranslation('clients')
  const until = client.pausedUntil
  return (
    <div
      className="flex min-w-0 flex-1 items-center gap-2 @lg:flex-none"
      title={client.speaks === 'person' && until ? t('speaks.until', { moment: new Date(until).toLocaleString() }) : undefined}
    >
      <Bot size={14} aria-hidden className="text-faint" />
      <div className="flex-1 @lg:w-40">
        <Segments
          label={t('speaks.label')}
          labelHidden
          value={client.speaks}
          options={[
            { value: 'bot', text: t('speaks.bot') },
            { value: 'person', text: t('speaks.person') },
          ]}
          onChange={(who) => actions.update({ pause: who === 'person' ? pauseMinutes : null })}
        />
      </div>
    </div>
  )
}

function AssignDialog({ client, actions, onClose }: Pick<DialogueHeadProps, 'client' | 'actions'> & { onClose(): void }) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const { data: operators = [] } = useQuery(operatorsQuery(projectId))
  const [account, setAccount] = useState(client.responsible ? String(client.responsible.account) : 'free')
  const [note, setNote] = useState('')
  const assign = () => {
    actions.assign(account === 'free' ? null : account === 'distribute' ? 'distribute' : Number(account), note.trim())
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assign.title')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" onClick={assign}>
            {t('assign.do')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        <Select
          label={t('assign.to')}
          value={account}
          options={[
            { value: 'free', label: t('assign.free') },
            { value: 'distribute', label: t('assign.distribute') },
            ...operators.map((operator) => ({
              value: String(operator.account),
              label: t(`assign.${operator.status}`, { name: operator.name }),
            })),
          ]}
          onChange={setAccount}
        />
        <TextArea label={t('assign.note')} hint={t('assign.noteHint')} maxLength={2000} value={note} onChange={setNote} />
      </div>
    </Dialog>
  )
}
