import { tryRequest, type TriedRequest } from '@voronka/api'
import { isReservedName, parseTemplate, variablesOf } from '@voronka/calculator'
import type { ApiRequest } from '@voronka/flow'
import { library } from '@voronka/functions'
import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button } from '../ui/index.ts'
import { Fault } from './fields/Remark.tsx'
import { TextField } from './fields/TextField.tsx'
import { TriedAnswer } from './TriedAnswer.tsx'

interface TryRequestProps {
  readonly request: ApiRequest
  /** A value of the answer was chosen, by its path. */
  readonly onSave: (path: string) => void
}

/** Sends the request now, through the server, with values given for its variables. */
export function TryRequest({ request, onSave }: TryRequestProps) {
  const { t } = useTranslation('panel')
  const { id: projectId } = useProject()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const names = namesIn(request)
  const attempt = useMutation<TriedRequest>({
    mutationFn: () => {
      const variables = Object.fromEntries(names.map((name) => [name, values[name] ?? ''] as const).filter(([, value]) => value !== ''))
      return call(tryRequest, { projectId, request, variables })
    },
  })
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-md bg-sunken p-3">
      {names.length > 0 && <p className="text-xs text-muted">{t('request.tryWith')}</p>}
      {names.map((name) => (
        <TextField
          key={name}
          label={name}
          value={values[name] ?? ''}
          onChange={(text) => setValues((former) => ({ ...former, [name]: text }))}
        />
      ))}
      <div>
        <Button icon={<Play size={16} />} disabled={!request.url.trim() || attempt.isPending} onClick={() => attempt.mutate()}>
          {t(attempt.isPending ? 'request.trying' : 'request.try')}
        </Button>
      </div>
      {attempt.error && <Fault>{t('request.tryFailed')}</Fault>}
      {attempt.data && <TriedAnswer tried={attempt.data} saved={request.saved.map(({ path }) => path.trim())} onSave={onSave} />}
    </div>
  )
}

/** Variables that the texts of a request read, in order. */
function namesIn({ url, body, params, headers }: ApiRequest): string[] {
  const texts = [url, body, ...[...params, ...headers].flatMap(({ name, value }) => [name, value])]
  const read = texts
    .filter((text) => text.includes('#{'))
    .flatMap((text) => variablesOf(parseTemplate(text, library)))
    .filter(({ access, built, name }) => access !== 'write' && !built && !isReservedName(name))
  return Array.from(new Set(read.map(({ name }) => name)))
}
