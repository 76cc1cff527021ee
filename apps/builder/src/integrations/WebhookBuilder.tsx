import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CopyField, Select, TextInput } from '../ui/index.ts'
import { webhookAddress } from './webhook-address.ts'

const found = ['client_id', 'phone', 'email'] as const

/** Makes the address for a service that cannot be told how its fields are to be called (http-api, section 1.2). */
export function WebhookBuilder() {
  const { t } = useTranslation('integrations')
  const [by, setBy] = useState<(typeof found)[number]>('phone')
  const [path, setPath] = useState('')
  const [message, setMessage] = useState('')
  const [key, setKey] = useState('')
  const address = webhookAddress({ origin: window.location.origin, key: key.trim() || t('webhook.keyHere'), by, path, message })
  return (
    <Card title={t('webhook.title')} about={t('webhook.about')}>
      <div className="flex flex-col gap-3">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextInput label={t('webhook.key')} autoComplete="off" spellCheck={false} maxLength={100} value={key} onChange={setKey} />
          <TextInput label={t('webhook.message')} hint={t('webhook.messageHint')} maxLength={200} value={message} onChange={setMessage} />
          <Select
            label={t('webhook.by')}
            value={by}
            options={found.map((value) => ({ value, label: t(`webhook.find.${value}`) }))}
            onChange={(value) => setBy(value)}
          />
          <TextInput
            label={t('webhook.path')}
            hint={t('webhook.pathHint')}
            placeholder="order.customer.phone"
            spellCheck={false}
            maxLength={200}
            value={path}
            onChange={setPath}
          />
        </div>
        <CopyField label={t('webhook.address')} value={address} />
        <p className="text-xs text-faint">{t('webhook.stored')}</p>
      </div>
    </Card>
  )
}
