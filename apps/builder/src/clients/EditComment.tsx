import { useTranslation } from 'react-i18next'
import { Button, TextArea } from '../ui/index.ts'

interface EditCommentProps {
  readonly text: string
  onChange(text: string): void
  onKeep(): void
  onCancel(): void
}

/** A comment while its text is changed, in its place. */
export function EditComment({ text, onChange, onKeep, onCancel }: EditCommentProps) {
  const { t } = useTranslation('clients')
  const { t: say } = useTranslation('app')
  return (
    <div className="flex w-80 max-w-full flex-col gap-2">
      <TextArea label={t('message.edit')} labelHidden autoFocus maxLength={16_000} value={text} onChange={onChange} />
      <div className="flex justify-end gap-2">
        <Button small onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
        <Button small look="primary" onClick={onKeep}>
          {say('ui.save')}
        </Button>
      </div>
    </div>
  )
}
