import { changeBranchNotifications, notificationVariables } from '@voronka/api'
import type { BookingNotifications, Branch } from '@voronka/api'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { Button, Card, NumberInput, Select, Switch, TextArea, toast } from '../ui/index.ts'
import { useSetupChange } from './use-setup-change.ts'

const triggers = ['created', 'reminder', 'cancelled'] as const

/** What clients of the branch are told of their visits, when and where (booking, sections 2 and 8). */
export function NotificationsTab({ branch, editable }: { readonly branch: Branch; readonly editable: boolean }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const [fields, setFields] = useState<BookingNotifications>()
  const shown = fields ?? branch.notifications
  const set = (some: Partial<BookingNotifications>) => setFields({ ...shown, ...some })
  const change = useSetupChange()
  const save = () =>
    change.mutate(() => call(changeBranchNotifications, { projectId, branch: branch.id, ...shown }), {
      onSuccess: () => {
        setFields(undefined)
        toast(t('notifications.saved'))
      },
    })
  const before = shown.reminder.before
  const setBefore = (hours: number, minutes: number) =>
    set({ reminder: { ...shown.reminder, before: Math.min(Math.max(hours * 60 + minutes, 1), 44_640) } })
  return (
    <div className="h-full overflow-y-auto">
      <form
        className="mx-auto flex max-w-160 flex-col gap-4 p-3 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-4">
          <Card title={t('tabs.notifications')} about={t('notifications.about')}>
            <div className="flex flex-col gap-3">
              <Switch label={t('notifications.on')} checked={shown.on} disabled={!editable} onChange={(on) => set({ on })} />
              <Select
                label={t('notifications.channel')}
                value={shown.channel}
                options={(['auto', 'dialogue', 'email'] as const).map((value) => ({ value, label: t(`notifications.${value}`) }))}
                onChange={(channel) => set({ channel })}
              />
            </div>
          </Card>
          {triggers.map((trigger) => (
            <Trigger
              key={trigger}
              trigger={trigger}
              editable={editable}
              value={shown[trigger]}
              onChange={(some) => set({ [trigger]: { ...shown[trigger], ...some } })}
            >
              {trigger === 'reminder' && (
                <div className="grid max-w-80 grid-cols-2 gap-3">
                  <NumberInput
                    label={t('notifications.hours')}
                    value={Math.floor(before / 60)}
                    min={0}
                    max={744}
                    onChange={(hours) => setBefore(hours, before % 60)}
                  />
                  <NumberInput
                    label={t('notifications.minutes')}
                    value={before % 60}
                    min={0}
                    max={59}
                    onChange={(minutes) => setBefore(Math.floor(before / 60), minutes)}
                  />
                </div>
              )}
            </Trigger>
          ))}
        </fieldset>
        {editable && (
          <div className="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-ground py-3">
            <Button disabled={!fields} onClick={() => setFields(undefined)}>
              {t('revert')}
            </Button>
            <Button type="submit" look="primary" disabled={!fields} busy={change.isPending}>
              {t('save')}
            </Button>
          </div>
        )}
      </form>
    </div>
  )
}

interface TriggerProps {
  readonly trigger: (typeof triggers)[number]
  readonly value: { readonly on: boolean; readonly text: string }
  readonly editable: boolean
  onChange(some: { on?: boolean; text?: string }): void
  readonly children: React.ReactNode
}

/** One of the three moments, with its text. A variable that is pressed is put where the cursor was. */
function Trigger({ trigger, value: { on, text }, editable, onChange, children }: TriggerProps) {
  const { t } = useTranslation('booking')
  const id = useId()
  const [caret, setCaret] = useState<number>()
  const put = (variable: string) => {
    const at = caret ?? text.length
    const written = `#{${variable}}`
    onChange({ text: text.slice(0, at) + written + text.slice(at) })
    setCaret(at + written.length)
  }
  return (
    <Card title={t(`notifications.${trigger}`)}>
      <div className="flex flex-col gap-3">
        <Switch label={t('notifications.send')} checked={on} disabled={!editable} onChange={(next) => onChange({ on: next })} />
        {children}
        <TextArea
          label={t('notifications.text')}
          maxLength={4000}
          value={text}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onChange={(next) => onChange({ text: next })}
        />
        <div>
          <p id={id} className="mb-1 text-xs text-muted">
            {t('notifications.variables')}
          </p>
          <div role="group" aria-labelledby={id} className="flex flex-wrap gap-1">
            {notificationVariables.map((variable) => (
              <button
                key={variable}
                type="button"
                title={`#{${variable}}`}
                onClick={() => put(variable)}
                className="rounded-sm bg-sunken px-1.5 py-0.5 text-xs text-muted hover:bg-hover hover:text-text"
              >
                {t(`variables.${variable}`)}
              </button>
            ))}
          </div>
        </div>
      </div>
    </Card>
  )
}
