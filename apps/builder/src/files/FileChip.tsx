import { ownFile, safeHref } from '@voronka/api/formatted-text'
import { File as FileIcon, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/index.ts'

interface FileChipProps {
  readonly url: string
  readonly name: string
  /** It is shown small instead of an icon. */
  readonly picture: boolean
  onRemove?(): void
}

/** A file that is there already, as it stands in a form. An address that may not be opened is a text. */
export function FileChip({ url, name, picture, onRemove }: FileChipProps) {
  const { t } = useTranslation('files')
  const href = ownFile(url) ?? safeHref(url)
  const label = name || url
  const look =
    picture && href ? (
      <img src={href} alt="" className="size-8 shrink-0 rounded-sm object-cover" />
    ) : (
      <FileIcon size={14} aria-hidden className="shrink-0 text-faint" />
    )
  return (
    <div className="flex min-h-8 max-w-full min-w-0 items-center gap-1 rounded-md bg-sunken pl-1.5 text-xs">
      {look}
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" className="min-w-0 flex-1 truncate text-accent hover:underline">
          <bdi>{label}</bdi>
        </a>
      ) : (
        <bdi className="min-w-0 flex-1 truncate">{label}</bdi>
      )}
      {onRemove && <IconButton small label={t('remove', { name: label })} icon={<X size={14} />} onClick={onRemove} />}
    </div>
  )
}
