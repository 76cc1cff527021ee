import { callClient, getMyCallWay } from '@voronka/api'
import { normalPhone } from '@voronka/functions'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { useRefusalText } from '../app/use-refusal-text.ts'
import { IconButton, toast, Tooltip } from '../ui/index.ts'
import { callReason } from './call-reason.ts'

export const callWayQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['call-way', projectId],
    queryFn: ({ signal }) => call(getMyCallWay, { projectId }, { signal }),
  })

/** The number in a text that is one: digits, and what people write between them. */
export function phoneIn(text: string): string | undefined {
  return text.length <= 40 && /^\s*\+?[0-9][0-9 ().\u00a0-]*$/.test(text) ? normalPhone(text) : undefined
}

interface CallButtonProps {
  readonly client: number
  /** Whatever stands there: nothing is shown beside what is no number. */
  readonly text: string
}

/** The handset beside a number of a client: calls as the card of the employee says (telephony, section 7). */
export function CallButton({ client, text }: CallButtonProps) {
  const { t } = useTranslation('crm')
  const { id: projectId } = useProject()
  const phone = phoneIn(text)
  const { data } = useQuery({ ...callWayQuery(projectId), enabled: phone !== undefined })
  const [asks, setAsks] = useState(false)
  const refusal = useRefusalText()
  if (phone === undefined || !data || data.way === 'off') return null
  const label = t('call.label', { phone: `+${phone}` })
  if (data.way === 'application')
    return (
      <Tooltip text={label}>
        <a
          href={`tel:+${phone}`}
          aria-label={label}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-accent hover:bg-hover"
        >
          <Phone size={16} aria-hidden />
        </a>
      </Tooltip>
    )
  return (
    <>
      <IconButton label={label} icon={<Phone size={16} className="text-accent" />} onClick={() => setAsks(true)} />
      {asks && (
        <ConfirmDialog
          title={t('call.title', { phone: `+${phone}` })}
          about={t('call.about')}
          action={t('call.do')}
          faultOf={(error) =>
            error.code === 'call-refused'
              ? t('call.refused', { reason: callReason(t, reasonIn(error.details)) })
              : refusal(error, t('call.failed'))
          }
          run={() => call(callClient, { projectId, clientId: client, phone })}
          onDone={() => {
            toast(t('call.begun', { phone: `+${phone}` }))
            setAsks(false)
          }}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}

const reasonIn = (details: unknown): string =>
  typeof details === 'object' && details !== null && 'reason' in details ? String(details.reason) : ''
