import { beginSecondFactor, disableSecondFactor, renewRecoveryCodes } from '@voronka/api'
import { useQueryClient } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { meQuery, useMe } from '../app/session.ts'
import { Button, Card, toast } from '../ui/index.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { ScanDialog } from './ScanDialog.tsx'

type Step =
  | { readonly name: 'on' | 'off' | 'renew' }
  | { readonly name: 'scan'; readonly secret: string; readonly uri: string }
  | { readonly name: 'codes'; readonly codes: readonly string[] }

/** A code from a telephone beside the password. */
export function SecondFactor() {
  const { t } = useTranslation('account')
  const { account } = useMe()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>()
  const close = () => setStep(undefined)
  const showCodes = (codes: readonly string[]) => {
    setStep({ name: 'codes', codes })
    void queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const on = account.secondFactor
  return (
    <Card title={t('factor.title')} about={t('factor.about')}>
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <span className="flex min-w-40 flex-1 items-center gap-2">
          {on ? (
            <ShieldCheck size={16} aria-hidden className="text-success" />
          ) : (
            <ShieldAlert size={16} aria-hidden className="text-faint" />
          )}
          <span role="status">{on ? t('factor.isOn', { count: account.recoveryCodes }) : t('factor.isOff')}</span>
        </span>
        {on && <Button onClick={() => setStep({ name: 'renew' })}>{t('factor.renew')}</Button>}
        <Button look={on ? 'secondary' : 'primary'} onClick={() => setStep({ name: on ? 'off' : 'on' })}>
          {t(on ? 'factor.turnOff' : 'factor.turnOn')}
        </Button>
      </div>
      {step?.name === 'on' && (
        <ConfirmDialog
          title={t('factor.turnOn')}
          about={t('factor.onAbout')}
          action={t('factor.next')}
          withPassword
          run={(password) => call(beginSecondFactor, { password })}
          onDone={({ secret, uri }) => setStep({ name: 'scan', secret, uri })}
          onClose={close}
        />
      )}
      {step?.name === 'scan' && <ScanDialog secret={step.secret} uri={step.uri} onCodes={showCodes} onClose={close} />}
      {step?.name === 'codes' && <RecoveryCodes codes={step.codes} onClose={close} />}
      {step?.name === 'renew' && (
        <ConfirmDialog
          title={t('factor.renew')}
          about={t('factor.renewAbout')}
          action={t('factor.renew')}
          withPassword
          run={(password) => call(renewRecoveryCodes, { password })}
          onDone={({ recoveryCodes }) => showCodes(recoveryCodes)}
          onClose={close}
        />
      )}
      {step?.name === 'off' && (
        <ConfirmDialog
          title={t('factor.turnOff')}
          about={t('factor.offAbout')}
          action={t('factor.turnOff')}
          danger
          withPassword
          run={(password) => call(disableSecondFactor, { password })}
          onDone={() => {
            close()
            toast(t('factor.isOff'))
            void queries.invalidateQueries({ queryKey: meQuery.queryKey })
          }}
          onClose={close}
        />
      )}
    </Card>
  )
}
