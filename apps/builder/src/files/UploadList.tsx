import { CircleAlert, File as FileIcon, RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/index.ts'
import { isFinal } from './upload-fault.ts'
import type { Upload, Uploads } from './use-uploads.ts'

/** Files that are on their way: how far, with a way to stop; and those that did not arrive, and why. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  return (
    <ul className="flex flex-col gap-1 empty:hidden">
      {uploads.list.map((upload) => (
        <Row key={upload.key} upload={upload} uploads={uploads} />
      ))}
    </ul>
  )
}

function Row({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const { t } = useTranslation('files')
  const { key, file, preview, done, fault } = upload
  const { name } = file
  const percent = Math.round(done * 100)
  return (
    <li className="flex items-center gap-2 rounded-md bg-sunken p-1 pl-2 text-xs">
      {preview ? (
        <img src={preview} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
      ) : fault ? (
        <CircleAlert size={14} aria-hidden className="shrink-0 text-danger" />
      ) : (
        <FileIcon size={14} aria-hidden className="shrink-0 text-faint" />
      )}
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <bdi className="truncate">{name}</bdi>
        {fault ? (
          <span role="alert" className="text-danger">
            {t(`faults.${fault}`, { most: Math.round(uploads.bytes / 1_000_000) })}
          </span>
        ) : (
          <progress
            value={done}
            max={1}
            aria-label={t('progress', { name, percent })}
            className="h-1 w-full overflow-hidden rounded-full accent-accent"
          />
        )}
      </span>
      {!fault && <span className="w-9 shrink-0 text-right tabular-nums text-muted">{percent} %</span>}
      {fault && !isFinal(fault) && (
        <IconButton small label={t('again', { name })} icon={<RotateCw size={14} />} onClick={() => uploads.retry(upload)} />
      )}
      <IconButton small label={t(fault ? 'dismiss' : 'cancel', { name })} icon={<X size={14} />} onClick={() => uploads.cancel(key)} />
    </li>
  )
}
