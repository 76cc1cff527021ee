import { useTranslation } from 'react-i18next'
import { Button, Dialog } from '../ui/index.ts'
import { FileProblems } from './FileProblems.tsx'
import type { RefusedFile as Refused } from './use-create-project.ts'

/** Says why a file was not taken, and where in it the faults are. Nothing was changed. */
export function RefusedFile({ refused, onClose }: { readonly refused: Refused | undefined; onClose(): void }) {
  const { t } = useTranslation('projects')
  const { t: say } = useTranslation('app')
  return (
    <Dialog
      open={refused !== undefined}
      onClose={onClose}
      title={t('refused.title', { name: refused?.name ?? '' })}
      about={t('refused.about')}
      actions={
        <Button look="primary" onClick={onClose}>
          {say('ui.close')}
        </Button>
      }
    >
      {refused && <FileProblems problems={refused.problems} label={t('refused.faults')} />}
    </Dialog>
  )
}
