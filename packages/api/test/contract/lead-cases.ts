/** Leads, their sources and partners. */
import { numbered, ofProject, onlyProject, project, type Case, type Cases } from './case.ts'

const lead = { ...project, lead: '6' }
const onlyLead: Case = { good: { params: lead }, bad: [[{ params: { ...project, lead: 'x' } }, 'lead']] }
const ofLead = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: lead, body: good },
  bad: [[{ params: lead, body: bad }, ...fields]],
})

export const leadCases: Cases = {
  listLeads: {
    good: { params: project, query: { status: 'open', from: '2026-01-31', responsible: 'nobody', source: '3', q: 'x', cursor: '9' } },
    bad: [
      [
        { params: project, query: { status: 'new', from: '31.01.2026', responsible: 'me', source: '0' } },
        'status',
        'from',
        'responsible',
        'source',
      ],
    ],
  },
  countLeads: onlyProject,
  getLead: onlyLead,
  takeLead: ofLead({ revision: 1 }, {}, 'revision'),
  assignLead: ofLead({ revision: 1, account: null }, { revision: 1, account: 0 }, 'account'),
  closeLead: ofLead({ revision: 1, result: 'spam' }, { revision: 1, result: 'bad' }, 'result'),
  reopenLead: ofLead({ revision: 1 }, { revision: 'x' }, 'revision'),
  processLead: ofLead(
    { revision: 1, order: { state: null } },
    { revision: 1, client: -1, order: { budget: 'x' } },
    'client',
    'order.budget',
  ),
  getLeadSettings: onlyProject,
  setLeadSettings: ofProject({ rule: 'even', coordinator: 4 }, { rule: 'odd', operators: ['x'] }, 'rule', 'operators[0]'),
  renewLeadKey: onlyProject,
  renewLeadForm: onlyProject,
  listLeadSources: onlyProject,
  createLeadSource: ofProject({ name: 'Site' }, { name: ' ' }, 'name'),
  renameLeadSource: numbered('source', { good: { name: 'Site' }, bad: { name: '' }, fields: ['name'] }),
  deleteLeadSource: numbered('source'),
  listLeadPartners: onlyProject,
  createLeadPartner: ofProject({ name: 'partner.example' }, {}, 'name'),
  deleteLeadPartner: numbered('partner'),
}
