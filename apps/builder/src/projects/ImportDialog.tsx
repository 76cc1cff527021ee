import { importCrm } from '@voronka/api'
import { importProject } from '@voronka/flow'
import type { ImportReport, Problem, ReadProject } from '@voronka/flow'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { closeDialog } from '../app/workspace.ts'
import { useEditor, useEditorStore, useProblems } from '../editor/index.ts'
import { ProblemList } from '../publish/ProblemList.tsx'
import { useEditWithUndo } from '../settings/use-edit-with-undo.ts'
import { Button, Dialog, toast } from '../ui/index.ts'
import { DropArea } from './DropArea.tsx'
import { FileProblems } from './FileProblems.tsx'
import { ImportChoice } from './ImportChoice.tsx'
import type { ImportMode } from './ImportChoice.tsx'
import { importReport } from './import-report.ts'
import type { BroughtCrm } from './import-report.ts'
import { pickFile } from './pick-file.ts'
import { readFile } from './read-file.ts'

type Stage =
  | { readonly stage: 'choose' }
  | { readonly stage: 'refused'; readonly name: string; readonly read: Extract<ReadProject, { ok: false }> }
  | { readonly stage: 'decide'; readonly name: string; readonly read: Extract<ReadProject, { ok: true }> }
  | { readonly stage: 'done'; readonly report: ImportReport; readonly crm: BroughtCrm; readonly takeBack: () => void }

/** Brings a project file into the open project, as one step that can be taken back (builder-and-runtime, section 19). */
export function ImportDialog() {
  const { t } = useTranslation('projects')
  const { t: say } = useTranslation('app')
  const [stage, setStage] = useState<Stage>({ stage: 'choose' })
  const [mode, setMode] = useState<ImportMode>('add')
  const [busy, setBusy] = useState(false)
  const { id: projectId, rights } = useProject()
  const store = useEditorStore()
  const editWithUndo = useEditWithUndo()
  const take = async (file: File) => {
    const read = await readFile(file)
    const { name } = file
    setStage(read.ok ? { stage: 'decide', name, read } : { stage: 'refused', name, read })
  }
  const run = async ({ name, read }: Extract<Stage, { stage: 'decide' }>) => {
    setBusy(true)
    try {
      const crm = read.crm && rights.may('settings', 'edit') ? await call(importCrm, { projectId, crm: read.crm }) : undefined
      const targets = crm && { lists: new Map(crm.lists), states: new Map(crm.states), labels: new Map(crm.labels) }
      const { edits, report } = importProject(store.getState().project, read.project, mode, { withSettings: read.hasSettings, targets })
      const takeBack = editWithUndo(edits, { label: t('import.step', { name }) })
      setStage({ stage: 'done', report, crm: crm ?? (read.crm && 'no-right'), takeBack: takeBack ?? (() => {}) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      toast.error(t(error.passing ? 'failed.offline' : 'failed.refused'), { description: error.passing ? undefined : error.message })
    } finally {
      setBusy(false)
    }
  }
  const actions = {
    choose: <Button onClick={closeDialog}>{say('ui.cancel')}</Button>,
    refused: (
      <>
        <Button onClick={closeDialog}>{say('ui.cancel')}</Button>
        <Button look="primary" onClick={() => pickFile((file) => void take(file))}>
          {t('import.other')}
        </Button>
      </>
    ),
    decide: (
      <>
        <Button onClick={closeDialog}>{say('ui.cancel')}</Button>
        <Button look="primary" disabled={busy} onClick={() => stage.stage === 'decide' && void run(stage)}>
          {t(`import.run.${mode}`)}
        </Button>
      </>
    ),
    done: (
      <>
        <Button
          onClick={() => {
            if (stage.stage === 'done') stage.takeBack()
            closeDialog()
          }}
        >
          {t('import.takeBack')}
        </Button>
        <Button look="primary" onClick={closeDialog}>
          {say('ui.close')}
        </Button>
      </>
    ),
  }
  return (
    <Dialog
      open
      onClose={closeDialog}
      title={t(stage.stage === 'done' ? 'import.doneTitle' : 'import.title')}
      actions={actions[stage.stage]}
    >
      <DropArea label={t('import.drop')} onFile={(file) => void take(file)}>
        {stage.stage === 'choose' && <Choose onFile={(file) => void take(file)} />}
        {stage.stage === 'refused' && (
          <div role="alert" className="flex flex-col gap-2">
            <p className="text-sm">{t('refused.title', { name: stage.name })}</p>
            <p className="text-sm text-muted">{t('refused.about')}</p>
            <FileProblems problems={stage.read.problems} label={t('refused.faults')} />
          </div>
        )}
        {stage.stage === 'decide' && <ImportChoice name={stage.name} read={stage.read} mode={mode} onMode={setMode} />}
        {stage.stage === 'done' && <Done report={stage.report} crm={stage.crm} />}
      </DropArea>
    </Dialog>
  )
}

function Choose({ onFile }: { onFile(file: File): void }) {
  const { t } = useTranslation('projects')
  return (
    <button
      type="button"
      onClick={() => pickFile(onFile)}
      className="flex w-full flex-col items-center gap-2 rounded-md border border-dashed border-strong px-4 py-10 text-center hover:border-accent hover:bg-hover"
    >
      <FileUp size={24} aria-hidden className="text-accent" />
      <span className="font-medium">{t('import.choose')}</span>
      <span className="text-sm text-muted">{t('import.chooseAbout')}</span>
    </button>
  )
}

function Done({ report, crm }: { readonly report: ImportReport; readonly crm: BroughtCrm }) {
  const { t } = useTranslation('projects')
  const blocks = useEditor(({ project }) => project.blocks.length)
  const serious = useProblems().filter(({ severity }: Problem) => severity !== 'hint')
  return (
    <div className="flex flex-col gap-3 text-sm">
      <ul role="status" className="flex flex-col gap-1">
        {importReport(report, crm, t).map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      {serious.length > 0 && blocks > 0 && (
        <section>
          <h3 className="mb-1 text-xs font-medium text-muted">{t('import.attention', { count: serious.length })}</h3>
          <ProblemList problems={serious.slice(0, 20)} label={t('import.attention', { count: serious.length })} onJump={closeDialog} />
        </section>
      )}
    </div>
  )
}
