import { changeConnection, createConnection, readFields, type Connection, type ConnectionKind } from '@voronka/api'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api-error.ts'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Fault } from '../sign-in/Fault.tsx'
import { Button, TextInput, toast } from '../ui/index.ts'
import { begun, sent, type Entered } from './entered-fields.ts'
import { FieldInput } from './FieldInput.tsx'
import { useKindTexts } from './kind-texts.ts'

interface ConnectionFormProps {
  readonly kind: ConnectionKind
  /** Changes this one; without it a new one is made. */
  readonly connection?: Connection
  /** Closes the form without storing anything. */
  onCancel(): void
  onDone(stored: Connection): void
}

/** What is entered for a connection. What cannot be used is told at its field, before anything is sent. */
export function ConnectionForm({ kind, connection, onCancel, onDone }: ConnectionFormProps) {
  const { t } = useTranslation('connections')
  const { id: projectId } = useProject()
  const texts = useKindTexts(kind.kind)
  const [name, setName] = useState(connection?.name ?? '')
  const [entered, setEntered] = useState<Entered>(() => begun(kind, connection))
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const save = useMutation({
    mutationFn: () => {
      const fields = sent(kind, entered)
      return connection
        ? call(changeConnection, { projectId, connection: connection.id, name, fields })
        : call(createConnection, { projectId, kind: kind.kind, name, fields })
    },
    onSuccess: (stored) => {
      toast(t(connection ? 'saved' : 'connected'))
      onDone(stored)
    },
  })
  const submit = () => {
    const read = readFields(kind, sent(kind, entered), connection?.settings, Object.keys(connection?.secrets ?? {}))
    setProblems(new Map(read.problems.map(({ field, problem }) => [field, t(`problems.${problem}`)])))
    if (read.problems.length === 0) save.mutate()
  }
  return (
    <form
      className="flex flex-col gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {!kind.single && <TextInput label={t('name')} hint={t('nameHint')} maxLength={100} value={name} onChange={setName} />}
      {kind.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          texts={texts}
          value={entered[field.name] ?? ''}
          error={problems.get(field.name)}
          stored={connection?.secrets[field.name]}
          onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {save.error && <Fault text={t(`failures.${failureOf(save.error)}`)} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t(connection ? 'save' : 'connect')}
        </Button>
        <Button disabled={save.isPending} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

const told = ['too-many-connections', 'connection-exists', 'connection-not-found', 'offline', 'not-allowed'] as const

const failureOf = (error: unknown): (typeof told)[number] | 'other' =>
  (error instanceof ApiError ? told.find((code) => code === error.code) : undefined) ?? 'other'
