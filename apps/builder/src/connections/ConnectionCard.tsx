import { changeConnection, checkConnection, removeConnection, type Connection, type ConnectionKind } from '@voronka/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField, IconButton, Menu, toast } from '../ui/index.ts'
import { ConnectionForm } from './ConnectionForm.tsx'
import { ConnectionState } from './ConnectionState.tsx'
import { connectionsQuery } from './connections.query.ts'
import { useKindTexts } from './kind-texts.ts'

interface ConnectionCardProps {
  readonly kind: ConnectionKind
  /** Undefined: one that can be made. */
  readonly connection?: Connection
  /** What a kind shows beside what all show. */
  readonly children?: ReactNode
}

/** One thing that the project is, or can be, connected to: its state, its form, its addresses. */
export function ConnectionCard({ kind, connection, children }: ConnectionCardProps) {
  const { t } = useTranslation('connections')
  const { rights } = useProject()
  const { title, about } = useKindTexts(kind.kind)
  const id = useId()
  const [open, setOpen] = useState(false)
  const again = useConnectionsAgain()
  const edits = rights.may('settings', 'edit')
  const changes = !kind.single || kind.fields.length > 0
  const name = connection?.name ? `${title}: ${connection.name}` : title
  return (
    <article aria-labelledby={id} className="flex min-w-0 flex-col gap-3 rounded-md border border-line bg-surface p-4">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h4 id={id} className="text-base font-semibold wrap-anywhere">
            {name}
          </h4>
          {!connection && <p className="mt-0.5 text-sm text-muted">{about}</p>}
        </div>
        {connection && edits && <Actions connection={connection} name={name} onChange={changes ? () => setOpen(true) : undefined} />}
      </header>
      {connection && <ConnectionState connection={connection} />}
      {connection && !open && <Inbound connection={connection} />}
      {children}
      {open ? (
        <ConnectionForm
          kind={kind}
          connection={connection}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            again()
          }}
        />
      ) : (
        edits && (
          <div className="mt-auto flex flex-wrap gap-2">
            {(changes || !connection) && (
              <Button aria-label={t(connection ? 'changeNamed' : 'connectNamed', { name })} onClick={() => setOpen(true)}>
                {t(connection ? 'change' : 'connect')}
              </Button>
            )}
            {connection && <Check connection={connection} />}
          </div>
        )
      )}
    </article>
  )
}

function Check({ connection: { id } }: { readonly connection: Connection }) {
  const { t } = useTranslation('connections')
  const { id: projectId } = useProject()
  const again = useConnectionsAgain()
  const check = useMutation({
    mutationFn: () => call(checkConnection, { projectId, connection: id }),
    onError: () => toast.error(t('failures.other')),
    onSettled: again,
  })
  return (
    <Button busy={check.isPending} onClick={() => check.mutate()}>
      {t(check.isPending ? 'checking' : 'check')}
    </Button>
  )
}

function Actions({
  connection,
  name,
  onChange,
}: {
  readonly connection: Connection
  readonly name: string
  readonly onChange: (() => void) | undefined
}) {
  const { t } = useTranslation('connections')
  const { id: projectId } = useProject()
  const { lost } = useKindTexts(connection.kind)
  const again = useConnectionsAgain()
  const [asks, setAsks] = useState(false)
  const toggle = useMutation({
    mutationFn: () => call(changeConnection, { projectId, connection: connection.id, enabled: !connection.enabled }),
    onError: () => toast.error(t('failures.other')),
    onSettled: again,
  })
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t('actions', { name })} icon={<EllipsisVertical size={16} />} className="-my-1 -mr-2" />}
        items={[
          ...(onChange ? [{ label: t('change'), onSelect: onChange }] : []),
          { label: t(connection.enabled ? 'switchOff' : 'switchOn'), onSelect: () => toggle.mutate() },
          'line',
          { label: t('disconnect'), danger: true, onSelect: () => setAsks(true) },
        ]}
      />
      {asks && (
        <ConfirmDialog
          title={t('disconnectTitle', { name })}
          about={[t('disconnectAbout'), lost].filter(Boolean).join(' ')}
          action={t('disconnect')}
          danger
          faultOf={() => t('failures.other')}
          run={() => call(removeConnection, { projectId, connection: connection.id })}
          onDone={() => {
            toast(t('disconnected', { name }))
            setAsks(false)
            again()
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}

/** Where the other side reaches this server, to be entered there. */
function Inbound({ connection: { kind, inbound } }: { readonly connection: Connection }) {
  const { inbound: names } = useKindTexts(kind)
  return Object.entries(inbound).map(([what, path]) => {
    const { label, hint } = names?.[what] ?? { label: what }
    return (
      <div key={what} className="flex flex-col gap-1">
        <CopyField label={label} value={new URL(path, window.location.origin).href} />
        {hint && <p className="text-xs text-faint">{hint}</p>}
      </div>
    )
  })
}

function useConnectionsAgain(): () => void {
  const queries = useQueryClient()
  const { id } = useProject()
  return () => void queries.invalidateQueries({ queryKey: connectionsQuery(id).queryKey })
}
