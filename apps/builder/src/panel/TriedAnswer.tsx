import type { TriedRequest } from '@voronka/api'
import { Check, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Remark } from './fields/Remark.tsx'
import { answerRows, type AnswerRow } from './request-answer.ts'

interface TriedAnswerProps {
  readonly tried: TriedRequest
  /** Paths that are saved already. */
  readonly saved: readonly string[]
  readonly onSave: (path: string) => void
}

/** What came of a tried request: what was sent, the status, and the answer, whose values are saved by a click. */
export function TriedAnswer({ tried: { sent, status, body, failure, tookMs }, saved, onSave }: TriedAnswerProps) {
  const { t } = useTranslation('panel')
  const answer = answerRows(body)
  const good = status >= 200 && status < 400
  return (
    <div role="status" className="flex min-w-0 flex-col gap-2 text-xs">
      <p className="wrap-anywhere text-muted">
        {sent.method} {sent.url}
      </p>
      {sent.body && <pre className="max-h-24 overflow-auto whitespace-pre-wrap wrap-anywhere text-faint">{sent.body}</pre>}
      <p className={`font-medium ${good ? 'text-success' : 'text-danger'}`}>
        {failure ? t(`request.failures.${failure}`) : t('request.status', { status, ms: tookMs })}
      </p>
      {answer ? (
        <>
          <Remark>{t('request.clickToSave')}</Remark>
          <ul className="max-h-72 overflow-auto rounded-md border border-line bg-surface py-1">
            {answer.rows.map((row) => (
              <ValueRow key={row.path} row={row} isSaved={saved.includes(row.path)} onSave={() => onSave(row.path)} />
            ))}
          </ul>
          {answer.cut && <Remark>{t('request.answerCut')}</Remark>}
        </>
      ) : (
        body && (
          <pre className="max-h-72 overflow-auto rounded-md border border-line bg-surface p-2 whitespace-pre-wrap wrap-anywhere">
            {body}
          </pre>
        )
      )}
    </div>
  )
}

function ValueRow({ row, isSaved, onSave }: { readonly row: AnswerRow; readonly isSaved: boolean; readonly onSave: () => void }) {
  const { t } = useTranslation('panel')
  const { path, key, depth, value, holds } = row
  return (
    <li>
      <button
        type="button"
        className="group flex min-h-7 w-full min-w-0 items-center gap-2 px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 disabled:cursor-default"
        style={{ paddingInlineStart: `${8 + depth * 14}px` }}
        disabled={isSaved}
        aria-label={`${t(isSaved ? 'request.isSaved' : 'request.save', { path })}: ${value}`}
        onClick={onSave}
      >
        <span className="flex-none text-muted">{key}</span>
        <span className="min-w-0 flex-1 truncate">{holds === undefined ? value : `${value} ${holds}`}</span>
        {isSaved ? (
          <Check aria-hidden className="size-3.5 flex-none text-success" />
        ) : (
          <Plus aria-hidden className="size-3.5 flex-none text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100" />
        )}
      </button>
    </li>
  )
}
