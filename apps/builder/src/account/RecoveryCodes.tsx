import { Copy, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { saveText } from '../ui/save-text.ts'
import { Button, copyText, Dialog, toast } from '../ui/index.ts'

/** Shown once. Each lets in once, without the telephone. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose(): void }) {
  const { t } = useTranslation('account')
  const { t: say } = useTranslation('app')
  const text = codes.join('\n')
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('codes.title')}
      about={t('codes.about')}
      actions={
        <>
          <Button icon={<Copy size={14} aria-hidden />} onClick={() => void copyText(text).then(() => toast(say('ui.copied')))}>
            {say('ui.copy')}
          </Button>
          <Button
            icon={<Download size={14} aria-hidden />}
            onClick={() => saveText(`${text}\n`, 'voronka-recovery-codes.txt', 'text/plain')}
          >
            {t('codes.download')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('codes.done')}
          </Button>
        </>
      }
    >
      <ul aria-label={t('codes.title')} className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md bg-sunken p-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  )
}
