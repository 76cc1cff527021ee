import type { ClientCard } from '@voronka/api'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-context.tsx'
import { AddVariable, CallButton, VariableRow } from '../crm/index.ts'
import { variableText } from '../test-chat/trace.ts'
import type { ClientActions } from './use-client-actions.ts'

interface ClientVariablesProps {
  readonly client: ClientCard
  readonly actions: ClientActions
  readonly editable: boolean
}

/** Variables of the client, and those of his current order to look at: the order itself is changed on the board. */
export function ClientVariables({ client, actions, editable }: ClientVariablesProps) {
  const { t } = useTranslation('clients')
  const { rights } = useProject()
  const own = sorted(client.variables.client)
  const order = sorted(client.variables.order)
  return (
    <div className="flex flex-col gap-3">
      {rights.has('variables.seeClient') && (
        <div className="flex flex-col gap-1.5">
          <h4 className="text-xs text-muted">{t('variables.client')}</h4>
          {!own.length && <p className="text-xs text-faint">{t('variables.none')}</p>}
          {own.map(([each, text]) => (
            <VariableRow
              key={each}
              name={each}
              value={text}
              editable={editable}
              onSet={(next) => actions.variable(each, next)}
              onDelete={() => actions.variable(each, '')}
            >
              {editable && <CallButton client={client.id} text={text} />}
            </VariableRow>
          ))}
          {editable && <AddVariable onAdd={actions.variable} />}
        </div>
      )}
      {rights.has('variables.seeOrder') && order.length > 0 && (
        <div className="flex flex-col gap-1">
          <h4 className="text-xs text-muted">{t('variables.order', { order: client.order ?? '' })}</h4>
          <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-2 gap-y-1 text-xs">
            {order.map(([each, text]) => (
              <div key={each} className="contents">
                <dt className="font-mono wrap-anywhere">{each}</dt>
                <dd className="flex items-center gap-1">
                  <span className="min-w-0 wrap-anywhere">{text}</span>
                  {editable && <CallButton client={client.id} text={text} />}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  )
}

const sorted = (variables: Readonly<Record<string, unknown>>): [name: string, text: string][] =>
  Object.entries(variables)
    .map(([name, value]): [string, string] => [name, variableText(value)])
    .sort(([one], [other]) => one.localeCompare(other))
