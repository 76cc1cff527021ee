import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Broken } from '../app/Broken.tsx'
import { PersonMenu } from '../app/PersonMenu.tsx'
import { projectsQuery } from '../app/queries.ts'
import { useMe } from '../app/session.ts'
import { Button, Dialog, EmptyState, Skeleton } from '../ui/index.ts'
import { Beginnings } from './Beginnings.tsx'
import { DropArea } from './DropArea.tsx'
import { ProjectRow } from './ProjectRow.tsx'
import { RefusedFile } from './RefusedFile.tsx'
import { useCreateProject } from './use-create-project.ts'

/** The projects that one is in; while there is none, the ways to begin, for who may. A project file can be dropped anywhere. */
export function ProjectsPage() {
  const { t } = useTranslation('projects')
  const { data: projects, error, refetch } = useQuery({ ...projectsQuery, refetchOnMount: 'always' })
  const creation = useCreateProject()
  const [choosing, setChoosing] = useState(false)
  const mayCreate = useMe().account.installationOwner
  const none = projects?.length === 0
  const failed = error !== null && !projects
  // What stands for the list that could not be loaded is a main part of its own.
  const Frame = failed ? 'div' : 'main'
  return (
    <DropArea className="flex h-full flex-col" label={t('drop')} onFile={mayCreate ? (file) => void creation.fromFile(file) : undefined}>
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
        <img src="/icon.svg" alt="" width={22} height={22} />
        <span className="font-medium">{t('product')}</span>
        <span className="flex-1" />
        <PersonMenu />
      </header>
      <Frame className="relative min-h-0 flex-1 overflow-y-auto">
        {failed ? (
          <Broken error={error} onRetry={() => void refetch()} />
        ) : none && !mayCreate ? (
          <EmptyState title={t('nowhere.title')} about={t('nowhere.about')} />
        ) : none ? (
          <div className="mx-auto max-w-200 px-4 py-8 sm:py-14">
            <h1 className="text-xl font-semibold">{t('welcome.title')}</h1>
            <p className="mt-1 mb-6 max-w-150 text-muted">{t('welcome.about')}</p>
            <Beginnings creation={creation} />
          </div>
        ) : (
          <div className="mx-auto flex max-w-200 flex-col gap-3 px-4 py-6 sm:py-10">
            <div className="flex items-center gap-2">
              <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
              {mayCreate && (
                <Button look="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setChoosing(true)}>
                  {t('new')}
                </Button>
              )}
            </div>
            {projects ? (
              <ul aria-label={t('title')} className="flex flex-col rounded-md border border-line bg-surface">
                {projects.map((project) => (
                  <ProjectRow key={project.id} project={project} />
                ))}
              </ul>
            ) : (
              <Loading />
            )}
          </div>
        )}
      </Frame>
      <Dialog open={choosing} wide onClose={() => setChoosing(false)} title={t('new')} about={t('newAbout')}>
        <div className="pb-4">
          <Beginnings creation={creation} />
        </div>
      </Dialog>
      <RefusedFile refused={creation.refused} onClose={creation.forgetRefused} />
    </DropArea>
  )
}

function Loading() {
  const { t } = useTranslation('app')
  return (
    <div aria-busy aria-label={t('ui.loading')} className="flex flex-col gap-px rounded-md border border-line bg-surface p-2">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  )
}
