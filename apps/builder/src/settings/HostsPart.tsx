import { getAllowedHosts, setAllowedHosts, type AllowedHosts } from '@voronka/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useMe } from '../app/session.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Skeleton, TextArea, toast } from '../ui/index.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { SettingsCard } from './SettingsCard.tsx'

/** Hosts that this project calls although they are not public. Whoever looks sees them; an owner of the server changes them. */
export default function HostsPart() {
  const { id: projectId } = useProject()
  const queryKey = ['allowed-hosts', projectId]
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => call(getAllowedHosts, { projectId }, { signal }) })
  return (
    <SettingsCard name="hosts">
      {error && !data ? (
        <NotLoaded onRetry={() => void refetch()} />
      ) : data ? (
        <Hosts key={data.hosts.join(' ')} stored={data} queryKey={queryKey} />
      ) : (
        <Skeleton className="h-32" />
      )}
    </SettingsCard>
  )
}

function Hosts({ stored: { hosts, ofServer }, queryKey }: { readonly stored: AllowedHosts; readonly queryKey: readonly unknown[] }) {
  const { t } = useTranslation('settings')
  const { id: project } = useProject()
  const { installationOwner } = useMe().account
  const queries = useQueryClient()
  const [text, setText] = useState(hosts.join('\n'))
  const wanted = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean)
  const save = useMutation({
    mutationFn: () => call(setAllowedHosts, { project, hosts: wanted }),
    onSuccess: (answer) => {
      queries.setQueryData(queryKey, answer)
      toast(t('hosts.saved'))
    },
  })
  const bad = save.error instanceof ApiError && save.error.status === 400 ? badHost(save.error.message) : undefined
  return (
    <form
      className="flex max-w-140 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <TextArea
        label={t('hosts.hosts')}
        hint={installationOwner ? t('hosts.hint') : t('hosts.owners')}
        error={save.error ? (bad === undefined ? t('hosts.failed') : t('hosts.bad', { host: bad })) : undefined}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        readOnly={!installationOwner}
        value={text}
        onChange={setText}
      />
      {ofServer.length > 0 && <p className="text-xs wrap-anywhere text-faint">{t('hosts.ofServer', { hosts: ofServer.join(', ') })}</p>}
      {installationOwner && (
        <div>
          <Button type="submit" look="primary" disabled={save.isPending || wanted.join(' ') === hosts.join(' ')}>
            {t('hosts.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

const badHost = (message: string): string | undefined => /"(.*)"/.exec(message)?.[1]
