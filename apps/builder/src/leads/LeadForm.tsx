import { renewLeadForm } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../account/ConfirmDialog.tsx'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, CopyField } from '../ui/index.ts'
import { useLeadChange } from './use-lead-change.ts'

/** One line that puts a form on any site. */
export function LeadForm({ formKey }: { readonly formKey: string | null }) {
  const { t } = useTranslation('leads')
  const { id: projectId } = useProject()
  const change = useLeadChange<{ formKey: string }>()
  const [asking, setAsking] = useState(false)
  const make = () => call(renewLeadForm, { projectId })
  if (formKey === null)
    return (
      <Button look="primary" busy={change.isPending} onClick={() => change.mutate(make)}>
        {t('form.make')}
      </Button>
    )
  const line = `<script type="module" src="${window.location.origin}/chat-assets/lead-form.js" data-form="${formKey}"></script>`
  return (
    <div className="flex flex-col gap-3">
      <CopyField label={t('form.line')} value={line} />
      <p className="text-sm text-muted">{t('form.options')}</p>
      <ul className="flex flex-col gap-1 text-sm">
        {(['fields', 'required', 'heading', 'button', 'thanks', 'color', 'theme', 'lang', 'source', 'target'] as const).map((name) => (
          <li key={name}>
            <code className="text-xs">data-{name}</code> <span className="text-muted">– {t(`form.option.${name}`)}</span>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => setAsking(true)}>
        {t('form.renew')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('form.renewTitle')}
          about={t('form.renewAbout')}
          action={t('form.renew')}
          danger
          run={make}
          onDone={() => {
            setAsking(false)
            change.mutate(() => Promise.resolve({ formKey }))
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
