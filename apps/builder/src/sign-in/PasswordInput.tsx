import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, TextInput } from '../ui/index.ts'

interface PasswordInputProps {
  readonly label: string
  readonly value: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
  readonly error?: string
  readonly autoFocus?: boolean
  readonly required?: boolean
  onChange(value: string): void
}

/** A password that can be looked at while it is written. */
export function PasswordInput({ label, autoComplete, hint, error, ...rest }: PasswordInputProps) {
  const { t } = useTranslation('sign-in')
  const [shown, setShown] = useState(false)
  const fresh = autoComplete === 'new-password'
  return (
    <div className="relative">
      <TextInput
        {...rest}
        label={label}
        hint={hint ?? (fresh ? t('passwordHint') : undefined)}
        error={error}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        spellCheck={false}
        autoCapitalize="none"
        minLength={fresh ? 8 : undefined}
        maxLength={256}
        className="pr-9"
      />
      <IconButton
        label={t(shown ? 'hidePassword' : 'showPassword')}
        icon={shown ? <EyeOff size={16} /> : <Eye size={16} />}
        small
        className="absolute top-6 right-1"
        onClick={() => setShown(!shown)}
      />
    </div>
  )
}
