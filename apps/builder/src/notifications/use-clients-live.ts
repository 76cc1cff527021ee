import { getClient } from '@voronka/api'
import type { OperatorInfo } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { ownOperatorQuery } from '../crm/index.ts'
import { isForMe } from './is-for-me.ts'
import { showOnDesktop, useDesktop } from './desktop.ts'

/** Clients who wrote and wait for an answer are told outside the page to whoever is to answer them, while he looks elsewhere. */
export function useClientsLive(): void {
  const { t } = useTranslation('clients')
  const { id: projectId, rights } = useProject()
  const navigate = useNavigate()
  const { data: me } = useQuery(ownOperatorQuery(projectId))
  /** What was told of whom: the same words are not told again because something else of him changed. */
  const told = useRef(new Map<number, string>())
  async function tell(client: number, operator: OperatorInfo): Promise<void> {
    const card = await call(getClient, { projectId, clientId: client }).catch(() => undefined)
    if (!card || !isForMe(card, operator) || told.current.get(client) === card.lastAt) return
    told.current.set(client, card.lastAt)
    showOnDesktop({
      id: `voronka ${projectId} client ${client}`,
      title: card.name || t('noName', { id: client }),
      text: card.lastText,
      onClick: () => void navigate({ to: '/p/$projectId/clients', params: { projectId }, search: { client } }),
    })
  }

  useLive(projectId, (event) => {
    if (event.type !== 'dialogue-changed' || event.message === null || !me || !rights.may('clients')) return
    if (useDesktop.getState().state === 'on' && document.visibilityState === 'hidden') void tell(event.client, me)
  })
}
