import { hasBody, requestTypes, type ApiRequest, type SavedValue } from '@voronka/flow'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CalculatorEditor } from '../calculator-editor/index.ts'
import { Button, Select } from '../ui/index.ts'
import { PairRows } from './fields/PairRows.tsx'
import { useCodeTools } from './panel-tools.ts'
import { TryRequest } from './TryRequest.tsx'
import { variableFor } from './request-answer.ts'

interface RequestFieldsProps {
  readonly request: ApiRequest
  /** null: the block asks nobody any more. */
  readonly onChange: (request: ApiRequest | null) => void
}

const timeouts = [1, 2, 3, 5, 10] as const
const retries = [0, 1, 2, 3] as const

export function RequestFields({ request, onChange }: RequestFieldsProps) {
  const { t } = useTranslation('panel')
  const { type, url, params, headers, body, timeout, saved } = request
  const put = (fields: Partial<ApiRequest>) => onChange({ ...request, ...fields })
  const save = (path: string) => {
    if (saved.some((each) => each.path === path)) return
    const variable = variableFor(
      path,
      saved.map((each) => each.variable),
    )
    put({ saved: [...saved, { path, variable }] })
  }
  return (
    <>
      <Select
        label={t('request.type')}
        value={type}
        options={requestTypes.map((value) => ({ value, label: t(`request.types.${value}`) }))}
        onChange={(chosen) => put({ type: chosen })}
      />
      <Template label={t('request.url')} placeholder="https://" value={url} onChange={(text) => put({ url: text })} />
      <PairRows
        title={t(type === 'post_form' ? 'request.fields' : 'request.params')}
        add={t('request.addParam')}
        names={[t('request.paramName'), t('request.paramValue')]}
        rows={params.map(({ name, value }) => [name, value])}
        onChange={(rows) => put({ params: rows.map(([name, value]) => ({ name, value })) })}
      />
      <PairRows
        title={t('request.headers')}
        add={t('request.addHeader')}
        names={[t('request.headerName'), t('request.headerValue')]}
        rows={headers.map(({ name, value }) => [name, value])}
        onChange={(rows) => put({ headers: rows.map(([name, value]) => ({ name, value })) })}
      />
      {hasBody(type) && (
        <Template
          label={t('request.body')}
          placeholder={'{"phone": "#{phone}"}'}
          hint={t('request.bodyHint')}
          value={body}
          onChange={(text) => put({ body: text })}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('request.timeout')}
          value={String(timeout)}
          options={Array.from(new Set([...timeouts, timeout]), (value) => ({
            value: String(value),
            label: t('request.seconds', { count: value }),
          }))}
          onChange={(value) => put({ timeout: Number(value) })}
        />
        <Select
          label={t('request.retries')}
          value={String(request.retries)}
          options={retries.map((value) => ({ value: String(value), label: value ? String(value) : t('request.noRetries') }))}
          onChange={(value) => put({ retries: Number(value) })}
        />
      </div>
      <PairRows
        title={t('request.saved')}
        hint={t('request.savedHint')}
        add={t('request.addSaved')}
        names={[t('request.savedPath'), t('request.savedVariable')]}
        rows={saved.map(({ path, variable }) => [path, variable])}
        onChange={(rows) => put({ saved: rows.map(([path, variable]): SavedValue => ({ path, variable })) })}
      />
      <TryRequest request={request} onSave={save} />
      <Button look="quiet" small icon={<Trash2 size={16} />} onClick={() => onChange(null)}>
        {t('request.remove')}
      </Button>
    </>
  )
}

interface TemplateProps {
  readonly label: string
  readonly placeholder: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

function Template({ label, placeholder, hint, value, onChange }: TemplateProps) {
  // Places of problems count within one text of the request; the list above names them.
  const { problems: _problems, ...tools } = useCodeTools('request')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-xs font-medium text-muted">{label}</span>
      <CalculatorEditor mode="template" label={label} placeholder={placeholder} value={value} onChange={onChange} {...tools} />
      {hint && <p className="text-xs leading-4 text-faint">{hint}</p>}
    </div>
  )
}
