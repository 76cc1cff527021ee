import { auditActions, isOfInstallation, searchAuditLog, searchInstallationAuditLog } from '@voronka/api'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../app/call.ts'
import { useProject } from '../app/project-context.tsx'
import { AuditLog } from './AuditLog.tsx'
import { membersQuery } from './queries.ts'

const ofProjects = auditActions.filter((action) => !isOfInstallation(action))
const ofInstallation = auditActions.filter(isOfInstallation)

/** What was changed in the project. */
export default function AuditPart() {
  const { t } = useTranslation('people')
  const { id: projectId, rights } = useProject()
  const { data: members = [] } = useQuery({ ...membersQuery(projectId), enabled: rights.may('employees') })
  return (
    <AuditLog
      about={t('audit.about')}
      of={projectId}
      ask={(asked, options) => call(searchAuditLog, { projectId, ...asked }, options)}
      actions={ofProjects}
      people={members.map(({ account, shownName }) => ({ account, name: shownName }))}
    />
  )
}

/** What happened to accounts and the server. */
export function InstallationLog({ people }: { readonly people: readonly { readonly account: number; readonly name: string }[] }) {
  const { t } = useTranslation('people')
  return (
    <AuditLog
      about={t('audit.aboutInstallation')}
      of="installation"
      ask={(asked, options) => call(searchInstallationAuditLog, asked, options)}
      actions={ofInstallation}
      people={people}
    />
  )
}
