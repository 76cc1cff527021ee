import { renewLeadKey } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { useMe } from '../app/session.ts'
import { Button, CopyField } from '../ui/index.ts'
import { leadsKey } from './leads.queries.ts'

/** The key of the leads API: shown once, with a request to copy. */
export function LeadKey({ ending }: { readonly ending: string | null }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  const [key, setKey] = useState<string>()
  const [asking, setAsking] = useState(false)
  const shown = key ?? t('key.yours')
  const make = () => call(renewLeadKey, { projectId })
  const made = ({ key: fresh }: { key: string }) => {
    setKey(fresh)
    setAsking(false)
    void queries.invalidateQueries({ queryKey: leadsKey(projectId) })
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <KeyRound size={16} aria-hidden className="text-faint" />
        <span>{ending === null ? t('key.none') : <code>…{ending}</code>}</span>
        <Button onClick={() => (ending === null ? void make().then(made) : setAsking(true))}>
          {t(ending === null ? 'key.make' : 'key.renew')}
        </Button>
      </div>
      {key !== undefined && <CopyField label={t('key.once')} value={key} autoFocus />}
      <Examples apikey={shown} />
      {asking && (
        <ConfirmDialog
          title={t('key.renewTitle')}
          about={t('key.renewAbout')}
          action={t('key.renew')}
          danger
          run={make}
          onDone={made}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

/** The same lead by GET and by POST. */
function Examples({ apikey }: { readonly apikey: string }) {
  const { t } = useTranslation('leads')
  const { email } = useMe().account
  const address = `${window.location.origin}/developer/v1/leads`
  const common = { login: email, apikey, action: 'add' }
  const lead = { title: 'Ann', phone: '79001234567', path: 'Landing' }
  return (
    <>
      <CopyField label={t('key.get')} value={`${address}?${new URLSearchParams({ ...common, ...lead })}`} />
      <CopyField
        label={t('key.post')}
        value={`curl ${address} ${Object.entries({ ...common, ...lead })
          .map(([name, value]) => `-d ${name}='${value}'`)
          .join(' ')}`}
      />
    </>
  )
}
