import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRights } from './project-context.tsx'
import { useMe } from './session.ts'
import { healthQuery, troublesFor } from './troubles.ts'

/** A line under the top bar while something is wrong with the installation, for those who can do something about it (reliability-promises, P4.4). */
export function Troubles() {
  const { t } = useTranslation('app')
  const rights = useRights()
  const me = useMe()
  const { data } = useQuery(healthQuery)
  const troubles = data ? troublesFor(data, rights, me) : []
  if (!troubles.length) return null
  return (
    <div role="alert" className="flex flex-col gap-1 border-b border-line bg-danger-soft px-3 py-2 text-sm text-danger">
      {troubles.map((trouble) => (
        <p key={trouble} className="flex items-start gap-2">
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
          <span>{t(`troubles.${trouble}`)}</span>
        </p>
      ))}
    </div>
  )
}
