import * as contract from '@voronka/api'
import { answer, type Route } from '../http/answer.ts'

/** Every endpoint of `packages/api/src/audit.ts`. */
export const auditRoutes: readonly Route[] = [
  answer(contract.searchAuditLog, ({ projectId, ...asked }, { db, auditLog }) => db.transaction(() => auditLog.search(projectId, asked))),
  answer(contract.searchInstallationAuditLog, (asked, { db, auditLog }) => db.transaction(() => auditLog.search(null, asked))),
]
