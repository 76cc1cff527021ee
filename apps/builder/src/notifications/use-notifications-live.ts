import { listNotifications } from '@voronka/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { ownOperatorQuery } from '../crm/index.ts'
import { showOnDesktop, useDesktop } from './desktop.ts'
import { notificationsQuery } from './notifications.queries.ts'

/** New notifications arrive at once; after a break of the stream they are asked for again. */
export function useNotificationsLive(): void {
  const { id: projectId, name } = useProject()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { data: me } = useQuery(ownOperatorQuery(projectId))
  async function tell(id: number): Promise<void> {
    const answer = await call(listNotifications, { projectId }).catch(() => undefined)
    const told = answer?.notifications.find((each) => each.id === id) ?? answer?.notifications[0]
    if (!told || told.read) return
    const { client, task } = told
    showOnDesktop({
      id: `voronka ${projectId} ${told.id}`,
      title: name,
      text: told.text,
      onClick: () => {
        if (client !== null) void navigate({ to: '/p/$projectId/clients', params: { projectId }, search: { client } })
        else if (task !== null) void navigate({ to: '/p/$projectId/tasks', params: { projectId }, search: { task } })
      },
    })
  }

  useLive(projectId, (event) => {
    if (event.type !== 'notification' && event.type !== 'hello') return
    if (event.type === 'notification' && event.accounts && !(me && event.accounts.includes(me.account))) return
    void queries.invalidateQueries({ queryKey: notificationsQuery(projectId).queryKey })
    if (event.type === 'notification' && useDesktop.getState().state === 'on') void tell(event.id)
  })
}
