import { confirmSecondFactor } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { call } from '../app/call.ts'
import { TextInput } from '../ui/index.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

interface ScanDialogProps {
  readonly secret: string
  readonly uri: string
  onCodes(codes: readonly string[]): void
  onClose(): void
}

/** The secret as a square to scan and as letters to type; a first code proves that the authenticator has it. */
export function ScanDialog({ secret, uri, onCodes, onClose }: ScanDialogProps) {
  const { t } = useTranslation('account')
  const [code, setCode] = useState('')
  return (
    <ConfirmDialog
      title={t('factor.scan')}
      about={t('factor.scanAbout')}
      action={t('factor.turnOn')}
      run={() => call(confirmSecondFactor, { code: code.trim() })}
      onDone={({ recoveryCodes }) => onCodes(recoveryCodes)}
      onClose={onClose}
    >
      <div className="flex flex-wrap items-center gap-4">
        <QrCode text={uri} label={t('factor.qr')} />
        <div className="min-w-40 flex-1 text-sm">
          <p className="text-muted">{t('factor.byHand')}</p>
          <p className="mt-1 font-mono select-all" data-testid="secret">
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </p>
        </div>
      </div>
      <TextInput
        label={t('factor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        minLength={6}
        maxLength={7}
        className="max-w-40 font-mono tracking-widest"
        value={code}
        onChange={setCode}
      />
    </ConfirmDialog>
  )
}

/** Dark on light in both themes: not every camera reads it the other way round. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className="size-44 shrink-0 rounded-md bg-white"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
