import { downloadFile } from '@voronka/api'
import { writeProject } from '@voronka/flow'
import { Download, FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { openDialog } from '../app/workspace.ts'
import { useEditorActions, useEditorStore } from '../editor/index.ts'
import { Button, toast } from '../ui/index.ts'
import { saveText } from '../ui/save-text.ts'

/** The project as a file, and a file into the project. */
export function Files() {
  const { t } = useTranslation('settings')
  const { id: projectId } = useProject()
  const store = useEditorStore()
  const { settled } = useEditorActions()
  /** The server writes it: of the whole project it alone knows what lies beside the funnel. */
  const download = async () => {
    const { name } = store.getState().project.settings
    try {
      await settled()
      const { crm, ...project } = await call(downloadFile, { projectId })
      saveText(writeProject(project, crm), `${fileName(name) || t('files.unnamed')}.json`, 'application/json')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      toast.error(t('files.failed'), { description: error.message })
    }
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Download size={14} aria-hidden />} onClick={() => void download()}>
        {t('files.export')}
      </Button>
      <Button icon={<FileUp size={14} aria-hidden />} onClick={() => openDialog('import')}>
        {t('files.import')}
      </Button>
    </div>
  )
}

/** Without what file systems do not take in a name. */
const fileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 100)
