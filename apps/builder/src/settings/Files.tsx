import { writeProject } from '@voronka/flow'
import { Download, FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '../app/workspace.ts'
import { useEditorStore } from '../editor/index.ts'
import { Button } from '../ui/index.ts'
import { saveText } from '../ui/save-text.ts'

/** The project as a file, and a file into the project. */
export function Files() {
  const { t } = useTranslation('settings')
  const store = useEditorStore()
  const download = () => {
    const { project } = store.getState()
    // What is on the screen, also where the server does not have it yet.
    saveText(writeProject(project), `${fileName(project.settings.name) || t('files.unnamed')}.json`, 'application/json')
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Download size={14} aria-hidden />} onClick={download}>
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
