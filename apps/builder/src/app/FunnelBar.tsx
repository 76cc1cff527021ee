import { CircleCheck, Rocket, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProblems } from '../editor/index.ts'
import { Button } from '../ui/index.ts'
import { useRights } from './project-context.tsx'
import { TopBarPart } from './TopBarPart.tsx'
import { openDialog, toggleDrawer } from './workspace.ts'

/** What the funnel adds to the bar at the top: its problems, and publishing. */
export function FunnelBar({ problems }: { problems?: boolean }) {
  const { t } = useTranslation('app')
  const { may } = useRights()
  return (
    <TopBarPart place="right">
      {problems && <ProblemCount />}
      {may('funnel', 'edit') && (
        <Button look="primary" icon={<Rocket size={14} aria-hidden />} onClick={() => openDialog('publish')} aria-label={t('publish')}>
          <span className="hidden sm:inline">{t('publish')}</span>
        </Button>
      )}
    </TopBarPart>
  )
}

function ProblemCount() {
  const { t } = useTranslation('app')
  const problems = useProblems()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const count = problems.length
  const text = count ? t('problems.some', { count }) : t('problems.none')
  const Icon = count ? TriangleAlert : CircleCheck
  return (
    <Button look="quiet" className="px-2" aria-label={text} title={text} onClick={() => toggleDrawer('problems')}>
      <Icon size={16} aria-hidden className={errors ? 'text-danger' : count ? 'text-warning' : 'text-success'} />
      {count > 0 && <span className="tabular-nums">{count}</span>}
    </Button>
  )
}
