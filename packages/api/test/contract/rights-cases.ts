/** Roles, keys and the audit log. */
import { numbered, ofProject, onlyProject, project, type Case, type Cases } from './case.ts'

const ofRole = (body?: unknown): Case => ({
  good: { params: { ...project, role: '12' }, body },
  bad: [[{ params: { ...project, role: 'boss' }, body }, 'role']],
})
const rights = { sections: { funnel: 'view' }, rights: [] }

export const rightsCases: Cases = {
  listRoles: onlyProject,
  createRole: {
    good: { params: project, body: { name: 'Analyst', permissions: rights } },
    bad: [
      [
        { params: project, body: { name: ' ', permissions: { sections: { funnel: 'all' }, rights: ['fly'] } } },
        'name',
        'permissions.sections.funnel',
        'permissions.rights[0]',
      ],
    ],
  },
  updateRole: ofRole({ name: 'Analyst' }),
  deleteRole: ofRole(),
  listApiKeys: onlyProject,
  createApiKey: {
    good: { params: project, body: { name: 'Export', scopes: rights, expiresAt: '2030-01-01T00:00:00+03:00' } },
    bad: [
      [{ params: project, body: { name: '', scopes: {}, expiresAt: 'never' } }, 'name', 'scopes.sections', 'scopes.rights', 'expiresAt'],
    ],
  },
  renameApiKey: {
    good: { params: { ...project, key: '4' }, body: { name: 'Export' } },
    bad: [[{ params: { ...project, key: 'x' }, body: { name: '' } }, 'key', 'name']],
  },
  listPublicKeys: onlyProject,
  createPublicKey: ofProject(
    { name: 'Landing', permissions: ['clients.write'] },
    { name: '', permissions: ['all'] },
    'name',
    'permissions[0]',
  ),
  updatePublicKey: numbered('key', { good: { main: true }, bad: { main: false, permissions: [] }, fields: ['permissions', 'main'] }),
  deletePublicKey: numbered('key'),
  revokeApiKey: { good: { params: { ...project, key: '4' } }, bad: [[{ params: { ...project, key: 'x' } }, 'key']] },
  searchAuditLog: {
    good: {
      params: project,
      query: { text: 'x', account: '1', action: 'key.created', from: '2026-01-01T00:00:00Z', before: '9', limit: '20' },
    },
    bad: [[{ params: project, query: { action: 'sing', from: 'today', limit: '0' } }, 'action', 'from', 'limit']],
  },
  searchInstallationAuditLog: { good: {}, bad: [[{ query: { limit: '1000' } }, 'limit']] },
}
