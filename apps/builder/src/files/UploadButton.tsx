import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../ui/index.ts'
import type { Uploads } from './use-uploads.ts'

interface UploadButtonProps {
  readonly uploads: Uploads
  /** Only the icon. */
  readonly bare?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

/** Asks for files of this device. */
export function UploadButton({ uploads, bare, disabled, className }: UploadButtonProps) {
  const { t } = useTranslation('files')
  const field = useRef<HTMLInputElement>(null)
  const ask = () => field.current?.click()
  const off = disabled || uploads.room <= 0
  return (
    <>
      <input
        ref={field}
        type="file"
        multiple={uploads.room > 1}
        accept={uploads.kinds?.map((kind) => `${kind}/*`).join(',')}
        tabIndex={-1}
        aria-label={t('choose')}
        className="sr-only"
        onChange={({ target }) => {
          uploads.add([...(target.files ?? [])])
          target.value = ''
        }}
      />
      {bare ? (
        <IconButton label={t('attach')} icon={<Paperclip size={16} />} disabled={off} className={className} onClick={ask} />
      ) : (
        <Button icon={<Paperclip size={14} aria-hidden />} disabled={off} className={className} onClick={ask}>
          {t('upload')}
        </Button>
      )}
    </>
  )
}
