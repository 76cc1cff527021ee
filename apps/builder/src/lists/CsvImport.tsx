import { importListMembers } from '@voronka/api'
import type { CsvReport, ListInfo } from '@voronka/api'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useLanguage } from '../app/language.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Dialog, Segments, Select, toast } from '../ui/index.ts'
import { base64Of } from './base64-of.ts'
import { saveFile } from './save-file.ts'
import { useChange } from './use-change.ts'

const mostBytes = 10_000_000
const encodings = ['auto', 'utf-8', 'windows-1251', 'utf-16le'] as const

/** Members from a CSV file: looked at first, changed only then; rejected lines come back as a file with their reasons. */
export function CsvImport({ list, onClose }: { readonly list: ListInfo; onClose(): void }) {
  const { t } = useTranslation('lists')
  const { t: say } = useTranslation('app')
  const { id: projectId } = useProject()
  const language = useLanguage()
  const [change, setChange] = useState<'add' | 'exclude'>('add')
  const [encoding, setEncoding] = useState<(typeof encodings)[number]>('auto')
  const [content, setContent] = useState<string>()
  const [report, setReport] = useState<CsvReport>()
  const mutation = useChange<CsvReport>()
  const read = (dryRun: boolean, asked: { content: string; change: typeof change; encoding: typeof encoding }) =>
    call(importListMembers, { projectId, list: list.number, ...asked, dryRun, language })
  const look = (asked: { content: string; change: typeof change; encoding: typeof encoding }) =>
    mutation.mutate(() => read(true, asked), { onSuccess: setReport, onError: () => setReport(undefined) })
  const again = (fields: Partial<{ change: typeof change; encoding: typeof encoding }>) => {
    if (content !== undefined) look({ content, change, encoding, ...fields })
  }
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.size > mostBytes) return void toast.error(t('csv.tooLarge'))
    const bytes = base64Of(new Uint8Array(await file.arrayBuffer()))
    setContent(bytes)
    look({ content: bytes, change, encoding })
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
          <Button
            look="primary"
            disabled={!content || !report?.changed}
            busy={mutation.isPending}
            onClick={() =>
              content !== undefined &&
              mutation.mutate(() => read(false, { content, change, encoding }), {
                onSuccess: ({ changed }) => {
                  toast(t(change === 'add' ? 'added' : 'excluded', { count: changed }))
                  onClose()
                },
              })
            }
          >
            {t(change === 'add' ? 'addMembers' : 'exclude')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segments
          label={t('csv.change')}
          labelHidden
          value={change}
          options={[
            { value: 'add', text: t('addMembers') },
            { value: 'exclude', text: t('exclude') },
          ]}
          onChange={(chosen) => {
            setChange(chosen)
            again({ change: chosen })
          }}
        />
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label={t('csv.file')}
          className="text-sm file:mr-3 file:h-8 file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:text-text"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
        <Select
          label={t('csv.encoding')}
          value={encoding}
          options={encodings.map((value) => ({ value, label: value === 'auto' ? t('csv.auto') : value }))}
          onChange={(chosen) => {
            setEncoding(chosen)
            again({ encoding: chosen })
          }}
        />
        {report && (
          <>
            <p role="status" className="text-sm">
              {t('csv.found', { rows: report.rows, found: report.found, changed: report.changed, encoding: report.encoding })}
            </p>
            {report.rejected > 0 && (
              <p className="flex flex-wrap items-center gap-2 text-sm text-warning">
                {t('csv.rejected', { count: report.rejected })}
                <Button
                  small
                  icon={<Download size={12} aria-hidden />}
                  onClick={() => saveFile(t('csv.rejectedName'), report.rejectedFile)}
                >
                  {t('csv.rejectedFile')}
                </Button>
              </p>
            )}
            <div className="overflow-x-auto rounded-md border border-line">
              <table className="w-full text-xs">
                <tbody>
                  {report.preview.map((row, index) => (
                    <tr key={index} className="border-t border-line first:border-t-0">
                      {row.map((cell, place) => (
                        <td key={place} className="max-w-48 truncate px-2 py-1">
                          {cell}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
