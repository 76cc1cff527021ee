import { auditActions } from '@voronka/api'
import type { AuditEntry } from '@voronka/api'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { Moment } from '../projects/Moment.tsx'
import { auditChanges } from './audit-changes.ts'
import { auditWords } from './audit-words.ts'

/** One act: who, what and when, with the old and the new value, and from where. */
export function AuditRow({ entry: { at, who, action, subject, address, before, after } }: { entry: AuditEntry }) {
  const { t } = useTranslation('people')
  const known = auditActions.find((name) => name === action)
  const { t: say } = useTranslation('app')
  const language = useLanguage()
  const changes = auditChanges(before, after).flatMap((change) => auditWords(change, { t, say, language }) ?? [])
  return (
    <li className="border-t border-line py-2 text-sm first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium wrap-anywhere">{who.name || t(`audit.kinds.${who.kind}`)}</span>
        <span>{known ? t(`audit.actions.${known}`) : action}</span>
        {subject && <span className="wrap-anywhere text-muted">{subject}</span>}
        <span className="ml-auto shrink-0 text-xs text-muted">
          <Moment at={at} />
        </span>
      </p>
      {changes.length > 0 && (
        <dl className="mt-1 flex flex-col gap-0.5 text-xs">
          {changes.map((change) => (
            <div key={change.path} className="flex flex-wrap items-baseline gap-x-2">
              {change.path && <dt className="text-faint">{change.path}</dt>}
              <dd className="flex min-w-0 flex-wrap items-baseline gap-1">
                {change.before !== undefined && <del className="wrap-anywhere text-muted">{change.before}</del>}
                {change.before !== undefined && <ArrowRight size={10} aria-label={t('audit.became')} className="shrink-0 text-faint" />}
                {change.after === undefined ? (
                  <span className="text-faint">{t('audit.empty')}</span>
                ) : (
                  <ins className="wrap-anywhere no-underline">{change.after}</ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(address || who.kind === 'key') && (
        <p className="mt-0.5 text-xs text-faint">{[who.kind === 'key' ? t('audit.kinds.key') : '', address].filter(Boolean).join(' · ')}</p>
      )}
    </li>
  )
}
