import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionTargets } from '../crm/index.ts'
import { attach, EditorProvider, useEditor } from '../editor/index.ts'
import type { Editor } from '../editor/index.ts'
import { toast, Tooltip } from '../ui/index.ts'
import { Broken } from './Broken.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { editorQuery } from './editor-query.ts'
import { useProject } from './project-context.tsx'
import { projectQuery } from './queries.ts'
import { SaveIndicator } from './SaveIndicator.tsx'
import { TopBarPart } from './TopBarPart.tsx'
import { useWorkspace } from './workspace.ts'

const PublishDialog = lazy(() => import('../publish/index.ts').then(({ PublishDialog }) => ({ default: PublishDialog })))
const ImportDialog = lazy(() => import('../projects/index.ts').then(({ ImportDialog }) => ({ default: ImportDialog })))

/**
 * The draft of the open project, for the screens that show or change it; those of the CRM do without. Coming back to it finds the history of undo
 * as it was. Nothing can be saved before it was loaded, so a page that failed to load cannot overwrite a draft.
 */
export function OpenEditor({ fallback, children }: { fallback?: ReactNode; children: ReactNode }) {
  const { id: projectId, rights } = useProject()
  const readOnly = !rights.may('funnel', 'edit')
  const dialog = useWorkspace((state) => state.dialog)
  const { data, error, refetch } = useQuery(editorQuery(projectId))
  const targets = useActionTargets()
  useEffect(() => data?.editor.store.setState({ readOnly }), [data, readOnly])
  if (error && !data) return <Broken error={error} onRetry={() => void refetch()} />
  if (!data) return fallback
  return (
    <EditorProvider editor={data.editor} projectId={projectId} targets={targets}>
      <Attached editor={data.editor} projectId={projectId} putBack={data.putBack} />
      <TopBarPart place="left">{readOnly ? <ReadOnlyMark /> : <SaveIndicator />}</TopBarPart>
      {children}
      <ConflictDialog />
      <Suspense>
        {dialog === 'publish' && <PublishDialog />}
        {dialog === 'import' && <ImportDialog />}
      </Suspense>
    </EditorProvider>
  )
}

/** Stands where else is said whether the work is saved. */
function ReadOnlyMark() {
  const { t } = useTranslation('app')
  return (
    <Tooltip text={t('readOnlyHint')}>
      <span tabIndex={0} className="flex h-7 items-center gap-1.5 rounded-md bg-warning-soft px-2 text-xs font-medium text-warning">
        <Eye size={14} aria-hidden />
        {t('readOnly')}
      </span>
    </Tooltip>
  )
}

/** Connects the open draft with the server and with what other parts of the page know of it. */
function Attached({ editor, projectId, putBack }: { editor: Editor; projectId: number; putBack: number }) {
  const { t } = useTranslation('app')
  const queries = useQueryClient()
  const name = useEditor(({ project }) => project.settings.name)
  useEffect(() => attach(editor, projectId), [editor, projectId])
  useEffect(() => {
    if (putBack) toast(t('kept.title', { count: putBack }), { id: 'kept' })
  }, [putBack, t])
  // The name is a part of the draft: everything that shows it follows the typing.
  useEffect(() => {
    queries.setQueryData(projectQuery(projectId).queryKey, (known) => (known && known.name !== name ? { ...known, name } : known))
  }, [name, projectId, queries])
  return null
}
