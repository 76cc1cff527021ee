import { useQuery } from '@tanstack/react-query'
import { FilePlus2, FileUp, LoaderCircle, MessageCircle } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/language.ts'
import { startersQuery } from '../app/queries.ts'
import { Button, Skeleton } from '../ui/index.ts'
import { pickFile } from './pick-file.ts'
import type { Creation } from './use-create-project.ts'

/** The ways to begin: an example that can be talked to at once, nothing at all, or a file. */
export function Beginnings({ creation }: { readonly creation: Creation }) {
  const { t } = useTranslation('projects')
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="begin-example">
        <h2 id="begin-example" className="mb-2 text-sm font-medium">
          {t('begin.example')}
        </h2>
        <Starters creation={creation} />
      </section>
      <section aria-labelledby="begin-otherwise">
        <h2 id="begin-otherwise" className="mb-2 text-sm font-medium">
          {t('begin.otherwise')}
        </h2>
        <div className="grid gap-3 sm:grid-cols-3">
          <Choice
            title={t('begin.empty')}
            about={t('begin.emptyAbout')}
            icon={<FilePlus2 size={18} aria-hidden />}
            busy={creation.busy === 'empty'}
            disabled={creation.busy !== undefined}
            onChoose={() => void creation.empty()}
          />
          <Choice
            title={t('begin.file')}
            about={t('begin.fileAbout')}
            icon={<FileUp size={18} aria-hidden />}
            busy={creation.busy === 'file'}
            disabled={creation.busy !== undefined}
            onChoose={() => pickFile((file) => void creation.fromFile(file))}
          />
        </div>
      </section>
    </div>
  )
}

function Starters({ creation }: { readonly creation: Creation }) {
  const { t } = useTranslation('projects')
  const language = useLanguage()
  const { data: starters, error, refetch } = useQuery(startersQuery)
  if (error && !starters)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-sm text-muted">
        {t('begin.startersFailed')}
        <Button small onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </p>
    )
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      {starters
        ? starters.map(({ id, title, about, say, blocks }) => (
            <Choice
              key={id}
              title={title[language]}
              about={about[language]}
              icon={<MessageCircle size={18} aria-hidden />}
              foot={[t('begin.blocks', { count: blocks }), t('begin.say', { say: say[language] })].join(' · ')}
              busy={creation.busy === id}
              disabled={creation.busy !== undefined}
              onChoose={() => void creation.fromStarter(id, say[language])}
            />
          ))
        : [1, 2, 3].map((card) => <Skeleton key={card} className="h-36" />)}
    </div>
  )
}

interface ChoiceProps {
  readonly title: string
  readonly about: string
  readonly icon: ReactNode
  readonly foot?: string
  readonly busy: boolean
  readonly disabled: boolean
  onChoose(): void
}

function Choice({ title, about, icon, foot, busy, disabled, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <button
      type="button"
      aria-label={title}
      aria-describedby={id}
      aria-busy={busy || undefined}
      disabled={disabled}
      onClick={onChoose}
      className="flex min-w-0 flex-col items-start gap-1 rounded-md border border-line bg-surface p-3 text-left hover:border-accent hover:bg-hover disabled:opacity-60"
    >
      <span className="flex items-center gap-2 font-medium">
        <span className="text-accent">{busy ? <LoaderCircle size={18} aria-hidden className="animate-spin" /> : icon}</span>
        {title}
      </span>
      <span id={id} className="text-sm text-muted">
        {about}
      </span>
      {foot && <span className="mt-auto pt-1 text-xs text-faint">{foot}</span>}
    </button>
  )
}
