import { changeBranch } from '@voronka/api'
import type { BookingPage, Branch } from '@voronka/api'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/call.ts'
import { isSite } from '../../app/is-site.ts'
import { useProject } from '../../app/project-context.tsx'
import { Button, Card, NumberInput, Segments, Switch, TextArea, TextInput, toast } from '../../ui/index.ts'
import { PhotoField } from '../../files/index.ts'
import { useSetupChange } from '../use-setup-change.ts'
import { ColorFields } from './ColorFields.tsx'
import { Embed } from './Embed.tsx'
import { PageLink } from './PageLink.tsx'
import { Preview } from './Preview.tsx'

const contacts = ['required', 'optional', 'hidden'] as const

/** The public page of a branch and the widget that is made of it (booking, section 2), with what it looks like beside. */
export function PageTab({ branch, editable }: { readonly branch: Branch; readonly editable: boolean }) {
  const { t } = useTranslation('booking')
  const { id: projectId } = useProject()
  const [changed, setChanged] = useState<{ readonly page: BookingPage; readonly key: string; readonly domains: string }>()
  const kept = { page: branch.page, key: branch.key, domains: branch.page.domains.join('\n') }
  const { page, key, domains } = changed ?? kept
  const setAll = (some: Partial<typeof kept>) => setChanged({ ...(changed ?? kept), ...some })
  const set = (some: Partial<BookingPage>) => setAll({ page: { ...page, ...some } })
  const change = useSetupChange()
  const named = domains.split(/[\s,]+/).filter(Boolean)
  const badDomain = named.find((domain) => !isSite(domain))
  const badKey = !/^[a-z0-9](-?[a-z0-9])*$/.test(key) || key.length < 3
  const noContact = page.phone === 'hidden' && page.email === 'hidden'
  const save = () => {
    if (badDomain || badKey || noContact) return
    const fields = { page: { ...page, domains: named }, ...(key !== branch.key && { key }) }
    change.mutate(() => call(changeBranch, { projectId, branch: branch.id, ...fields }), {
      onSuccess: () => {
        setChanged(undefined)
        toast(t('page.saved'))
      },
    })
  }
  return (
    <div className="flex h-full min-h-0">
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <form
          className="mx-auto flex max-w-160 flex-col gap-4 p-3 sm:p-5"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <fieldset disabled={!editable} className="flex min-w-0 flex-col gap-4">
            <Card title={t('page.title')} about={t('page.about')}>
              <div className="flex flex-col gap-3">
                <Switch
                  label={t('page.on')}
                  hint={t('page.onHint')}
                  checked={page.on}
                  disabled={!editable}
                  onChange={(on) => set({ on })}
                />
                <TextInput
                  label={t('page.key')}
                  hint={t('page.keyHint')}
                  error={badKey ? t('page.badKey') : undefined}
                  spellCheck={false}
                  maxLength={60}
                  value={key}
                  onChange={(value) => setAll({ key: value.toLowerCase() })}
                />
                <PageLink branchKey={branch.key} />
              </div>
            </Card>
            <Card title={t('page.look')}>
              <div className="flex flex-col gap-3">
                <TextInput
                  label={t('page.heading')}
                  placeholder={branch.name}
                  maxLength={255}
                  value={page.title}
                  onChange={(title) => set({ title })}
                />
                <TextArea label={t('page.subtitle')} maxLength={1000} value={page.subtitle} onChange={(subtitle) => set({ subtitle })} />
                <PhotoField label={t('page.logo')} value={page.logo} onChange={(logo) => set({ logo })} />
                <ColorFields colors={page.colors} disabled={!editable} onChange={(colors) => set({ colors })} />
                <div className="grid gap-3 sm:grid-cols-2">
                  <TextInput
                    label={t('page.captionServices')}
                    placeholder={t('page.usualServices')}
                    maxLength={100}
                    value={page.captions.services}
                    onChange={(services) => set({ captions: { ...page.captions, services } })}
                  />
                  <TextInput
                    label={t('page.captionSpecialist')}
                    placeholder={t('page.usualSpecialist')}
                    maxLength={100}
                    value={page.captions.specialist}
                    onChange={(specialist) => set({ captions: { ...page.captions, specialist } })}
                  />
                </div>
              </div>
            </Card>
            <Card title={t('page.rules')}>
              <div className="flex flex-col gap-3">
                {(['phone', 'email'] as const).map((contact) => (
                  <Segments
                    key={contact}
                    label={t(`page.${contact}`)}
                    value={page[contact]}
                    options={contacts.map((value) => ({ value, text: t(`page.contact.${value}`) }))}
                    onChange={(value) => set({ [contact]: value })}
                  />
                ))}
                {noContact && (
                  <p role="alert" className="text-xs text-danger">
                    {t('page.noContact')}
                  </p>
                )}
                <div className="grid gap-3 sm:grid-cols-2">
                  <NumberInput
                    label={t('page.notice')}
                    hint={t('page.noticeHint')}
                    value={page.noticeMinutes}
                    min={0}
                    max={44_640}
                    onChange={(noticeMinutes) => set({ noticeMinutes })}
                  />
                  <NumberInput
                    label={t('page.changeNotice')}
                    hint={t('page.changeNoticeHint')}
                    value={page.changeNoticeMinutes}
                    min={0}
                    max={44_640}
                    onChange={(changeNoticeMinutes) => set({ changeNoticeMinutes })}
                  />
                </div>
              </div>
            </Card>
            <Card title={t('embed.title')} about={t('embed.about')}>
              <div className="flex flex-col gap-3">
                <TextArea
                  label={t('embed.domains')}
                  hint={t('embed.domainsHint')}
                  error={badDomain ? t('embed.badDomain', { domain: badDomain }) : undefined}
                  spellCheck={false}
                  placeholder="example.com"
                  value={domains}
                  onChange={(value) => setAll({ domains: value })}
                />
                <Embed branchKey={branch.key} />
              </div>
            </Card>
          </fieldset>
          {editable && (
            <div className="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-ground py-3">
              <Button disabled={!changed} onClick={() => setChanged(undefined)}>
                {t('revert')}
              </Button>
              <Button type="submit" look="primary" disabled={!changed || Boolean(badDomain) || badKey || noContact} busy={change.isPending}>
                {t('save')}
              </Button>
            </div>
          )}
        </form>
      </div>
      <Preview branch={branch} page={page} />
    </div>
  )
}
