import { importServices } from '@voronka/api'
import type { Branch, ServicesReport } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { useLanguage } from '../../app/language.ts'
import { useProject } from '../../app/project-context.tsx'
import { base64Of } from '../../lists/base64-of.ts'
import { money } from '../../orders/money.ts'
import { Button, Dialog, toast } from '../../ui/index.ts'
import { useSetupChange } from '../use-setup-change.ts'

const mostBytes = 10_000_000

/** Services from a CSV file: looked at first, changed only then; rejected rows are named with their reason. */
export function ServicesImport({ branch, onClose }: { readonly branch: Branch; onClose(): void }) {
  const { t } = useTranslation('booking')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const [content, setContent] = useState<string>()
  const [report, setReport] = useState<ServicesReport>()
  const change = useSetupChange<ServicesReport>()
  const read = (bytes: string, dryRun: boolean) => () => call(importServices, { projectId, branch: branch.id, content: bytes, dryRun })
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return void toast.error(t('csv.tooLarge'))
    const bytes = base64Of(new Uint8Array(await file.arrayBuffer()))
    setContent(bytes)
    change.mutate(read(bytes, true), { onSuccess: setReport, onError: () => setReport(undefined) })
  }
  const take = () => {
    if (content === undefined) return
    change.mutate(read(content, false), {
      onSuccess: ({ created, changed }) => {
        toast(t('csv.done', { created, changed }))
        onClose()
      },
    })
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('csv.title')}
      about={t('csv.about')}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" busy={change.isPending} disabled={!report || report.created + report.changed === 0} onClick={take}>
            {t('csv.take', { count: (report?.created ?? 0) + (report?.changed ?? 0) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pb-2">
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label={t('csv.file')}
          className="text-sm file:mr-3 file:h-8 file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:text-text"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        {report && <Report report={report} currency={branch.currency} />}
      </div>
    </Dialog>
  )
}

function Report({ report, currency }: { readonly report: ServicesReport; readonly currency: string }) {
  const { t } = useTranslation('booking')
  const language = useLanguage()
  const { rows, created, changed, categories, unknown, preview, rejected } = report
  return (
    <>
      <p role="status" className="text-sm">
        {t('csv.found', { rows, created, changed })}
        {categories.length > 0 && <span className="block text-muted">{t('csv.categories', { names: categories.join(', ') })}</span>}
        {unknown.length > 0 && (
          <span className="block text-warning">{t('csv.unknown', { names: unknown.map((name) => `“${name}”`).join(', ') })}</span>
        )}
      </p>
      {preview.length > 0 && (
        <div className="overflow-x-auto rounded-md border border-line">
          <table className="w-full text-left text-xs">
            <thead className="bg-sunken text-muted">
              <tr>
                {(['title', 'category', 'price', 'duration', 'capacity'] as const).map((column) => (
                  <th key={column} className="px-2 py-1 font-normal">
                    {t(`service.${column}`)}
                  </th>
                ))}
                <th className="px-2 py-1">
                  <span className="sr-only">{t('csv.what')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.map((row) => (
                <tr key={row.line} className="border-t border-line">
                  <td className="max-w-56 truncate px-2 py-1">{row.title}</td>
                  <td className="max-w-40 truncate px-2 py-1">{row.category}</td>
                  <td className="px-2 py-1 whitespace-nowrap">{money(row.price, currency, language)}</td>
                  <td className="px-2 py-1 whitespace-nowrap">{t('minutes', { count: row.duration })}</td>
                  <td className="px-2 py-1">{row.capacity}</td>
                  <td className="px-2 py-1 text-muted">{t(row.known ? 'csv.changes' : 'csv.new')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rejected.length > 0 && (
        <section aria-label={t('csv.rejected', { count: rejected.length })}>
          <h3 className="text-sm text-warning">{t('csv.rejected', { count: rejected.length })}</h3>
          <ul className="mt-1 max-h-40 overflow-y-auto text-xs">
            {rejected.map(({ line, why, text }) => (
              <li key={line} className="flex gap-2 py-0.5">
                <span className="shrink-0 text-faint">{t('csv.line', { line })}</span>
                <span className="shrink-0">{t(`csv.why.${why}`)}</span>
                <span className="min-w-0 truncate text-muted">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
