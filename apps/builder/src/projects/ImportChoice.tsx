import type { ReadProject } from '@voronka/flow'
import { FileJson } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../editor/index.ts'
import { FileProblems } from './FileProblems.tsx'

export type ImportMode = 'add' | 'replace'

interface ImportChoiceProps {
  readonly name: string
  readonly read: Extract<ReadProject, { ok: true }>
  readonly mode: ImportMode
  onMode(mode: ImportMode): void
}

/** What is in the file, and whether it joins what is here or takes its place. */
export function ImportChoice({ name, read: { project, notes }, mode, onMode }: ImportChoiceProps) {
  const { t } = useTranslation('projects')
  const present = useEditor((state) => state.project.blocks.length)
  const group = useId()
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-start gap-2 text-sm">
        <FileJson size={18} aria-hidden className="mt-px shrink-0 text-accent" />
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">{name}</span>
          <span className="text-muted">
            {[
              t('report.blocks', { count: project.blocks.length }),
              t('report.arrows', { count: project.arrows.length }),
              t('import.sheets', { count: project.sheets.length }),
            ].join(', ')}
          </span>
        </span>
      </p>
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">{t('import.how')}</legend>
        {(['add', 'replace'] as const).map((value) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-3 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input type="radio" name={group} className="mt-1 accent-accent" checked={mode === value} onChange={() => onMode(value)} />
            <span className="min-w-0 text-sm">
              <span className="block font-medium">{t(`import.${value}`)}</span>
              <span className="text-muted">
                {value === 'add' ? t('import.addAbout') : t('import.replaceAbout', { blocks: t('report.blocks', { count: present }) })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {notes.length > 0 && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted">{t('notes', { count: notes.length })}</h3>
          <FileProblems problems={notes} label={t('notes', { count: notes.length })} />
        </section>
      )}
    </div>
  )
}
