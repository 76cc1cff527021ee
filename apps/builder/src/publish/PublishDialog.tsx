import type { Version } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { CircleAlert, Rocket } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '../app/queries.ts'
import { closeDialog } from '../app/workspace.ts'
import { useProjectId } from '../editor/index.ts'
import { DiffSummary } from '../versions/DiffSummary.tsx'
import { Button, Dialog, Section, Skeleton, TextArea } from '../ui/index.ts'
import { ChatLink } from './ChatLink.tsx'
import { ProblemList } from './ProblemList.tsx'
import { publishFault, usePublish } from './use-publish.ts'
import { useRelease } from './use-release.ts'
import type { Release } from './use-release.ts'

/** What publishing will do, before it does it; then where people can talk to it. */
export function PublishDialog() {
  const [done, setDone] = useState<Version>()
  return done ? <Published version={done} /> : <BeforePublishing onDone={setDone} />
}

function BeforePublishing({ onDone }: { onDone(version: Version): void }) {
  const { t } = useTranslation('publish')
  const { t: say } = useTranslation('app')
  const release = useRelease()
  const publish = usePublish()
  const [note, setNote] = useState('')
  const { whyNot, first, number } = release
  const run = () => {
    if (!whyNot && !publish.isPending) publish.mutate(note.trim(), { onSuccess: onDone })
  }
  return (
    <Dialog
      open
      wide
      onClose={closeDialog}
      title={t('title', { number })}
      about={t(first ? 'aboutFirst' : 'about')}
      actions={
        <>
          {whyNot && (
            <p id="why-not-publish" role="status" className="mr-auto self-center text-sm text-muted">
              {t(`whyNot.${whyNot}`)}
            </p>
          )}
          <Button onClick={closeDialog}>{say('ui.cancel')}</Button>
          <Button
            look="primary"
            icon={<Rocket size={14} aria-hidden />}
            busy={publish.isPending}
            disabled={whyNot !== undefined}
            aria-describedby={whyNot && 'why-not-publish'}
            onClick={run}
          >
            {t('publish')}
          </Button>
        </>
      }
    >
      <div
        className="flex flex-col gap-4"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run()
        }}
      >
        {publish.error && <Fault text={t(`fault.${publishFault(publish.error)}`, { message: publish.error.message })} />}
        <Problems release={release} />
        <Changes release={release} />
        <TextArea
          label={t('note')}
          placeholder={t('notePlaceholder')}
          hint={t('noteHint')}
          maxLength={1000}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  )
}

function Fault({ text }: { readonly text: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
      <CircleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{text}</span>
    </p>
  )
}

/** More than these are folded away: they do not stand in the way, and what changes matters more here. */
const fewRemarks = 3

function Problems({ release: { problems } }: { readonly release: Release }) {
  const { t } = useTranslation('publish')
  const errors = problems.filter(({ severity }) => severity === 'error')
  const others = problems.filter(({ severity }) => severity !== 'error')
  const [open, setOpen] = useState(others.length <= fewRemarks)
  return (
    <>
      {errors.length > 0 && (
        <section className="rounded-md bg-danger-soft px-3 py-2">
          <h3 className="mb-1 text-sm font-medium text-danger">{t('errors', { count: errors.length })}</h3>
          <ProblemList label={t('errors', { count: errors.length })} problems={errors} onJump={closeDialog} />
        </section>
      )}
      {others.length > 0 && (
        <Section title={t('others', { count: others.length })} open={open} onOpenChange={setOpen}>
          <ProblemList label={t('others', { count: others.length })} problems={others} onJump={closeDialog} />
        </Section>
      )}
    </>
  )
}

function Changes({ release: { first, rows, blocks, arrows, error, retry } }: { readonly release: Release }) {
  const { t } = useTranslation('publish')
  const { t: words } = useTranslation('versions')
  if (first && !blocks) return null
  if (first)
    return (
      <p className="rounded-md border border-line px-3 py-2 text-sm">
        {t('firstHas', { blocks: words('blocks', { count: blocks }), arrows: words('arrows', { count: arrows }) })}
      </p>
    )
  if (rows) return rows.length ? <DiffSummary rows={rows} /> : null
  if (!error) return <Skeleton className="h-24" />
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Fault text={t('changesFailed')} />
      <Button onClick={retry}>{t('retry')}</Button>
    </div>
  )
}

function Published({ version: { number } }: { readonly version: Version }) {
  const { t } = useTranslation('publish')
  const { t: say } = useTranslation('app')
  const { data: channels } = useQuery(channelsQuery(useProjectId()))
  const channel = channels?.find(({ kind }) => kind === 'web')
  return (
    <Dialog
      open
      wide
      onClose={closeDialog}
      title={t('done.title', { number })}
      about={t(channel?.enabled === false ? 'done.closed' : 'done.about')}
      actions={
        <Button look="primary" autoFocus onClick={closeDialog}>
          {say('ui.close')}
        </Button>
      }
    >
      {channel ? <ChatLink path={channel.path} /> : <Skeleton className="h-14" />}
    </Dialog>
  )
}
