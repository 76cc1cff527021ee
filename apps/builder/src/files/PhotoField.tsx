import { largestFileBytes } from '@voronka/api'
import { useMutation } from '@tanstack/react-query'
import { ImageOff, ImagePlus, Upload, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { upload } from '../app/upload.ts'
import { Button, IconButton, TextInput, toast } from '../ui/index.ts'

interface PhotoFieldProps {
  readonly label: string
  readonly value: string
  /** Uploaded ones only, none on the servers of others. */
  readonly ownOnly?: boolean
  onChange(address: string): void
}

/** A picture: chosen from the device, or named by its address. */
export function PhotoField({ label, value, ownOnly, onChange }: PhotoFieldProps) {
  const { t } = useTranslation('files')
  const { id: projectId } = useProject()
  const file = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: (chosen: File) => upload(projectId, chosen),
    onSuccess: ({ kind, url }) => (kind === 'image' ? onChange(url) : toast.error(t('photo.notPicture'))),
    onError: () => toast.error(t('photo.failed')),
  })
  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    if (chosen.size > largestFileBytes) toast.error(t('photo.tooLarge'))
    else sending.mutate(chosen)
  }
  return (
    <div className="flex items-end gap-3">
      <Thumb address={value} />
      <div className="min-w-0 flex-1">
        {ownOnly ? (
          <span className="flex h-13 items-center text-sm">{label}</span>
        ) : (
          <TextInput label={label} placeholder={t('photo.address')} inputMode="url" maxLength={4000} value={value} onChange={onChange} />
        )}
      </div>
      {value && <IconButton label={t('photo.remove')} icon={<X size={16} />} onClick={() => onChange('')} />}
      <Button
        icon={<Upload size={14} aria-hidden />}
        aria-label={t('photo.uploadFor', { label })}
        busy={sending.isPending}
        onClick={() => file.current?.click()}
      >
        <span className="max-sm:sr-only">{t('photo.upload')}</span>
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        onChange={({ target }) => {
          choose(target.files?.[0])
          target.value = ''
        }}
      />
    </div>
  )
}

function Thumb({ address }: { readonly address: string }) {
  const shown = address.startsWith('/files/') || /^https?:\/\//.test(address)
  return (
    <span className="flex size-13 shrink-0 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken text-faint">
      {shown ? (
        <img key={address} src={address} alt="" referrerPolicy="no-referrer" className="size-full object-cover" />
      ) : address ? (
        <ImageOff size={18} aria-hidden />
      ) : (
        <ImagePlus size={18} aria-hidden />
      )}
    </span>
  )
}
