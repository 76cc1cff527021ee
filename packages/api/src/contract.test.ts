import { blankBlock } from '@voronka/flow'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allEndpoints, openApi } from './index.ts'

interface Case {
  /** What a caller may send, at least. */
  readonly good: Sent
  /** What he must not send, and the fields that the refusal names. */
  readonly bad: readonly (readonly [sent: Sent, ...fields: string[]])[]
}
interface Sent {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
}

const project = { projectId: '3' }
const person = { ...project, person: '1' }
const pending = { ...person, pending: '4' }
const version = { ...project, version: '2' }
const channel = { channel: 'abc_-1' }
const ids = [
  [{ params: { projectId: '0' } }, 'projectId'],
  [{ params: { projectId: '01' } }, 'projectId'],
  [{ params: { projectId: '1e3' } }, 'projectId'],
  [{ params: { projectId: '9007199254740993' } }, 'projectId'],
  [{ params: {} }, 'projectId'],
] as const
const onlyProject: Case = { good: { params: project }, bad: ids }
const onlyPerson: Case = { good: { params: person }, bad: [[{ params: { ...project, person: '-1' } }, 'person']] }
const onlyPending: Case = { good: { params: pending }, bad: [[{ params: { ...person, pending: 'x' } }, 'pending']] }
const pipeline = { ...project, pipelineId: '2' }
const state = { ...project, stateId: '7' }
const order = { ...project, order: '9' }
const onlyOrder: Case = { good: { params: order }, bad: [[{ params: { ...project, order: '1.5' } }, 'order']] }
const mail = { host: 'mail.example.com', port: 465, security: 'tls', user: 'a', from: 'Shop <a@example.com>' }
const edit = { type: 'put-block', block: blankBlock(1) }
const client = { ...project, clientId: '5' }
const onlyClient: Case = { good: { params: client }, bad: [[{ params: { ...project, clientId: '5x' } }, 'clientId']] }
/** One more number in the path, and perhaps a body. */
const numbered = (name: string, body?: { good: unknown; bad: unknown; fields: string[] }): Case => ({
  good: { params: { ...project, [name]: '2' }, body: body?.good },
  bad: [[{ params: { ...project, [name]: '-2' }, body: body?.bad }, name, ...(body?.fields ?? [])]],
})
const ofClient = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: client, body: good },
  bad: [[{ params: client, body: bad }, ...fields]],
})
const ofProject = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: project, body: good },
  bad: [[{ params: project, body: bad }, ...fields]],
})
const lead = { ...project, lead: '6' }
const onlyLead: Case = { good: { params: lead }, bad: [[{ params: { ...project, lead: 'x' } }, 'lead']] }
const ofLead = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: lead, body: good },
  bad: [[{ params: lead, body: bad }, ...fields]],
})
const message = { ...client, message: '8' }
const planned = { ...client, planned: 'timer-4' }
const badPlanned = { ...client, planned: 'timer' }
const text = { kind: 'text', text: 'Hello' }

const noInput: Case = { good: {}, bad: [] }
const ofToken = (more: object = {}): Case => ({
  good: { body: { token: 't', ...more } },
  bad: [[{ body: { token: '' } }, 'token', ...Object.keys(more)]],
})
const ownPassword: Case = {
  good: { body: { password: 'x' } },
  bad: [
    [{ body: { password: '' } }, 'password'],
    [{ body: { password: 'x'.repeat(257) } }, 'password'],
  ],
}
const ofRole = (body?: unknown): Case => ({
  good: { params: { ...project, role: '12' }, body },
  bad: [[{ params: { ...project, role: 'boss' }, body }, 'role']],
})
const rights = { sections: { funnel: 'view' }, rights: [] }

const branch = { ...project, branch: '2' }
/** What is sent about a branch: into its body or its query. */
const ofBranch = (good: unknown, bad: unknown, ...fields: string[]): Case => ({
  good: { params: branch, body: good },
  bad: [[{ params: branch, body: bad }, ...fields]],
})
const onlyBranch = numbered('branch')
const pageOf = { branch: 'salon' }
const visitOf = { ...pageOf, visit: 'secret' }
const slot = { services: [844], date: '2024-02-05', time: '10:00', employee: null }
const notified = { on: true, text: 'Hello' }
const week = [[['09:00', '24:00']], [], [], [], [], [], []]

const cases: Readonly<Record<string, Case>> = {
  uploadFile: onlyProject,
  uploadChatFile: {
    good: { params: channel, query: { visitor: 'token-12345' } },
    bad: [[{ params: channel, query: { visitor: 'two words' } }, 'visitor']],
  },
  getSetup: noInput,
  setUp: {
    good: { body: { token: 't', email: 'a@example.com', name: 'A', password: '12345678', language: 'ru' } },
    bad: [
      [
        { body: { token: '', email: 'a', name: ' ', password: '1234567', language: 'de' } },
        'token',
        'email',
        'name',
        'password',
        'language',
      ],
    ],
  },
  signIn: {
    good: { body: { email: 'whatever', password: 'x', code: '123456' } },
    bad: [[{ body: { email: 5, password: 'x'.repeat(257), code: '1' } }, 'email', 'password', 'code']],
  },
  signOut: noInput,
  whoAmI: noInput,
  updateProfile: { good: { body: {} }, bad: [[{ body: { name: '', language: 'de' } }, 'name', 'language']] },
  changePassword: {
    good: { body: { current: 'x', password: '12345678' } },
    bad: [[{ body: { current: '', password: 'x'.repeat(257) } }, 'current', 'password']],
  },
  listSessions: noInput,
  endSession: { good: { params: { sessionId: '4' } }, bad: [[{ params: { sessionId: 'x' } }, 'sessionId']] },
  signOutEverywhere: { good: { query: { others: '1' } }, bad: [[{ query: { others: 'yes' } }, 'others']] },
  beginSecondFactor: ownPassword,
  confirmSecondFactor: { good: { body: { code: ' 123456 ' } }, bad: [[{ body: { code: '12345' } }, 'code']] },
  renewRecoveryCodes: ownPassword,
  disableSecondFactor: ownPassword,
  lookAtPasswordReset: ofToken(),
  resetPassword: ofToken({ password: '12345678' }),
  listAccounts: noInput,
  updateAccount: {
    good: { params: { accountId: '4' }, body: { disabled: true } },
    bad: [[{ params: { accountId: '0' }, body: { disabled: 1, installationOwner: 'no' } }, 'accountId', 'installationOwner', 'disabled']],
  },
  listMembers: onlyProject,
  updateMember: {
    good: { params: { ...project, account: '4' }, body: { role: 'editor', extra: [{ name: 'a', value: 'b' }] } },
    bad: [[{ params: { ...project, account: 'x' }, body: { role: 'boss', extra: 'none' } }, 'account', 'role', 'extra']],
  },
  removeMember: { good: { params: { ...project, account: '4' } }, bad: [[{ params: { ...project, account: '-4' } }, 'account']] },
  passOwnership: {
    good: { params: project, body: { account: 4, password: 'x' } },
    bad: [[{ params: project, body: { account: '4', password: '' } }, 'account', 'password']],
  },
  listInvitations: onlyProject,
  createInvitation: {
    good: { params: project, body: { role: '7' } },
    bad: [[{ params: project, body: { role: '', email: 'a b@c', days: 31 } }, 'role', 'email', 'days']],
  },
  revokeInvitation: {
    good: { params: { ...project, invitation: '4' } },
    bad: [[{ params: { ...project, invitation: 'x' } }, 'invitation']],
  },
  lookAtInvitation: ofToken(),
  acceptInvitation: ofToken(),
  registerByInvitation: ofToken({ name: 'A', password: '12345678', language: 'en' }),
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
  listProjects: { good: {}, bad: [] },
  createProject: {
    good: { body: {} },
    bad: [
      [{ body: undefined }, ''],
      [{ body: [] }, ''],
      [{ body: { name: 7 } }, 'name'],
      [{ body: { name: 'x'.repeat(256), language: 'de' } }, 'name', 'language'],
    ],
  },
  listPipelines: onlyProject,
  createPipeline: {
    good: { params: project, body: { name: 'Sales' } },
    bad: [[{ params: project, body: { name: ' ', currency: 'x'.repeat(11) } }, 'name', 'currency']],
  },
  changePipeline: {
    good: { params: pipeline, body: {} },
    bad: [
      [{ params: pipeline, body: { name: '', card: { fields: ['age'], variables: [''] } } }, 'name', 'card.fields[0]', 'card.variables[0]'],
    ],
  },
  deletePipeline: {
    good: { params: pipeline, query: { moveTo: 'archive' } },
    bad: [[{ params: pipeline, query: { moveTo: 'bin' } }, 'moveTo']],
  },
  sortPipelines: { good: { params: project, body: { pipelines: [2, 1] } }, bad: [[{ params: project, body: {} }, 'pipelines']] },
  createState: {
    good: { params: pipeline, body: { name: 'New' } },
    bad: [[{ params: pipeline, body: { name: 'New', color: 'plaid' } }, 'color']],
  },
  changeState: {
    good: { params: state, body: { hidden: true, forbidden: [2] } },
    bad: [[{ params: state, body: { hidden: 1, forbidden: ['x'] } }, 'hidden', 'forbidden[0]']],
  },
  deleteState: { good: { params: state, query: { moveTo: '3' } }, bad: [[{ params: { ...project, stateId: '-1' } }, 'stateId']] },
  sortStates: { good: { params: pipeline, body: { states: [] } }, bad: [[{ params: pipeline, body: { states: ['a'] } }, 'states[0]']] },
  getOrderSettings: onlyProject,
  changeOrderSettings: {
    good: { params: project, body: { acceptLeads: false } },
    bad: [
      [
        { params: project, body: { acceptLeads: 'no', requests: { notify: true, emails: ['nobody'] } } },
        'acceptLeads',
        'requests.emails[0]',
      ],
    ],
  },
  getMailSettings: onlyProject,
  changeMailSettings: {
    good: { params: project, body: mail },
    bad: [[{ params: project, body: { ...mail, port: 0, security: 'some' } }, 'port', 'security']],
  },
  sendTestMail: { good: { params: project, body: { to: 'a@b.cd' } }, bad: [[{ params: project, body: { to: 'a' } }, 'to']] },
  getBoard: {
    good: { params: pipeline, query: { search: 'anna', states: '1,2', budgetFrom: '0.5', hidden: '1' } },
    bad: [
      [
        { params: pipeline, query: { states: 'all', budgetFrom: 'much', createdFrom: '2026-02-30T00:00:00Z', size: '201', hidden: 'yes' } },
        'states',
        'createdFrom',
        'budgetFrom',
        'size',
        'hidden',
      ],
    ],
  },
  getColumn: { good: { params: pipeline, query: { state: '4' } }, bad: [[{ params: pipeline, query: { place: 'here' } }, 'place']] },
  listOrders: {
    good: { params: project, query: { sort: 'budget', direction: 'desc', page: '2' } },
    bad: [[{ params: project, query: { sort: 'luck', page: '0' } }, 'sort', 'page']],
  },
  getOrder: onlyOrder,
  createOrder: {
    good: { params: project, body: {} },
    bad: [[{ params: project, body: { budget: '5', email: 'a', to: { state: 'x' } } }, 'email', 'budget', 'to']],
  },
  findOrderClients: { good: { params: project, query: { search: 'an' } }, bad: [[{ params: project, query: { search: ' ' } }, 'search']] },
  changeOrder: {
    good: { params: order, body: { changes: [{ field: 'variable', name: 'x', from: null, to: '1' }] } },
    bad: [
      [{ params: order, body: { changes: [] } }, 'changes'],
      [{ params: order, body: { changes: [{ field: 'budget', from: null, to: 'x' }] } }, 'changes[0].to'],
      [{ params: order, body: { changes: [{ field: 'colour', from: '', to: '' }] } }, 'changes[0].field'],
    ],
  },
  moveOrder: {
    good: { params: order, body: { from: { state: 1 }, to: { place: 'fail' }, reason: 'price' } },
    bad: [[{ params: order, body: { from: {}, to: { place: 'bin' } } }, 'from', 'to']],
  },
  restoreOrder: {
    good: { params: order, body: { from: { place: 'fail' } } },
    bad: [[{ params: order, body: {} }, 'from']],
  },
  deleteOrder: onlyOrder,
  undeleteOrder: onlyOrder,
  getOrderHistory: onlyOrder,
  massAction: {
    good: { params: project, body: { orders: [1], do: { action: 'move', to: { state: 2 } } } },
    bad: [[{ params: project, body: { orders: [], do: { action: 'sell' } } }, 'orders', 'do.action']],
  },
  undoMassAction: { good: { params: { ...project, batch: '5' } }, bad: [[{ params: { ...project, batch: 'x' } }, 'batch']] },
  listOrderViews: onlyProject,
  saveOrderView: {
    good: { params: project, body: { name: 'Mine', filter: { search: 'a' } } },
    bad: [[{ params: project, body: { name: '', filter: { search: 1 } } }, 'name', 'filter.search']],
  },
  deleteOrderView: { good: { params: { ...project, view: '1' } }, bad: [[{ params: { ...project, view: '' } }, 'view']] },
  getProject: onlyProject,
  deleteProject: onlyProject,
  restoreProject: onlyProject,
  getDraft: onlyProject,
  editDraft: {
    good: { params: project, body: { revision: 0, editor: 'a', edits: [edit] } },
    bad: [
      [{ params: project, body: { revision: -1, editor: '', edits: [] } }, 'revision', 'editor', 'edits'],
      [
        { params: project, body: { revision: 0, editor: 'a', edits: [edit, { type: 'put-block', block: { number: 0 } }] } },
        'edits[1].block.number',
      ],
      [
        { params: project, body: { revision: 0, editor: 'a', edits: [{ type: 'patch-block', number: 1, fields: { x: 'far' } }] } },
        'edits[0].fields.x',
      ],
      [{ params: project, body: { revision: 0, editor: 'a', edits: [{ type: 'paint' }] } }, 'edits[0].type'],
    ],
  },
  downloadFile: { good: { params: project }, bad: [[{ params: project, query: { version: 'new' } }, 'version']] },
  publishDraft: {
    good: { params: project, body: { revision: 4 } },
    bad: [[{ params: project, body: { note: 'x'.repeat(1001) } }, 'revision', 'note']],
  },
  listVersions: onlyProject,
  getVersion: { good: { params: version }, bad: [[{ params: { ...project, version: '' } }, 'version']] },
  restoreVersion: {
    good: { params: version, body: { revision: 1, editor: 'a' } },
    bad: [[{ params: version, body: { revision: 1.5 } }, 'revision', 'editor']],
  },
  listProjectVariables: onlyProject,
  setProjectVariable: {
    good: { params: project, body: { name: '__proto__', value: '' } },
    bad: [[{ params: project, body: { name: '', value: 5 } }, 'name', 'value']],
  },
  listChannels: onlyProject,
  updateChannel: {
    good: { params: { ...project, key: 'k' }, body: {} },
    bad: [[{ params: { ...project, key: 'k'.repeat(65) }, body: { enabled: 1 } }, 'key', 'enabled']],
  },
  tryRequest: {
    good: { params: project, body: { request: { url: 'https://example.com' } } },
    bad: [
      [{ params: project, body: { request: { timeout: 11, type: 'head' }, variables: 5 } }, 'request.type', 'request.timeout', 'variables'],
    ],
  },
  getAllowedHosts: onlyProject,
  setAllowedHosts: {
    good: { params: { project: '3' }, body: { hosts: ['crm.intranet'] } },
    bad: [[{ params: { project: '0' }, body: { hosts: [''] } }, 'project', 'hosts[0]']],
  },
  listConnections: onlyProject,
  createConnection: {
    good: { params: project, body: { kind: 'zvonobot', fields: { key: 'x', duty: true } } },
    bad: [[{ params: project, body: { kind: 'zvonobot', fields: { key: {} } } }, 'fields.key']],
  },
  changeConnection: {
    good: { params: { ...project, connection: '1' }, body: { enabled: false } },
    bad: [[{ params: { ...project, connection: '-1' }, body: { enabled: 1 } }, 'connection', 'enabled']],
  },
  checkConnection: { good: { params: { ...project, connection: '1' } }, bad: [[{ params: project }, 'connection']] },
  removeConnection: { good: { params: { ...project, connection: '1' } }, bad: [[{ params: project }, 'connection']] },
  listCalls: {
    good: {
      params: project,
      query: { from: '2026-01-31', until: '2026-02-01', client: '5', employee: 'nobody', outcome: 'no_answer', cursor: '9' },
    },
    bad: [
      [
        { params: project, query: { from: 'today', client: 'x', employee: 'me', outcome: 'good' } },
        'from',
        'client',
        'employee',
        'outcome',
      ],
    ],
  },
  getMyCallWay: onlyProject,
  callClient: ofClient({ phone: '8 900 444 33 22' }, { phone: ' ' }, 'phone'),
  listStoppedNumbers: { good: { params: project, query: { q: '900' } }, bad: ids },
  addStoppedNumber: ofProject({ phone: '8 900 444 33 22' }, {}, 'phone'),
  removeStoppedNumber: {
    good: { params: { ...project, phone: '79004443322' } },
    bad: [[{ params: { ...project, phone: '8 900' } }, 'phone']],
  },
  listPayments: {
    good: { params: project, query: { state: 'paid', before: '10', size: '20' } },
    bad: [[{ params: project, query: { state: 'lost', size: '1000' } }, 'state', 'size']],
  },
  createPayment: {
    good: { params: project, body: { order: 7, sum: 1500.5, description: 'Haircut' } },
    bad: [[{ params: project, body: { order: 0, sum: -1 } }, 'order', 'sum']],
  },
  listWebhooks: onlyProject,
  createWebhook: {
    good: { params: project, body: { url: 'https://example.com/hook' } },
    bad: [
      [{ params: project, body: { url: 'ftp://example.com', repeats: 'yes' } }, 'url', 'repeats'],
      [{ params: project, body: { url: 'https://user:secret@example.com' } }, 'url'],
    ],
  },
  changeWebhook: {
    good: { params: { ...project, webhook: '1' }, body: { enabled: false } },
    bad: [[{ params: { ...project, webhook: '-1' }, body: { enabled: 1 } }, 'webhook', 'enabled']],
  },
  renewWebhookSecret: { good: { params: { ...project, webhook: '1' } }, bad: [[{ params: project }, 'webhook']] },
  removeWebhook: { good: { params: { ...project, webhook: '1' } }, bad: [[{ params: project }, 'webhook']] },
  listDeliveries: {
    good: { params: project, query: { state: 'dead', before: '7' } },
    bad: [[{ params: project, query: { state: 'lost', before: 'x' } }, 'state', 'before']],
  },
  getDelivery: { good: { params: { ...project, delivery: '1' } }, bad: [[{ params: project }, 'delivery']] },
  resendDelivery: { good: { params: { ...project, delivery: '1' } }, bad: [[{ params: project }, 'delivery']] },
  resendDead: onlyProject,
  listLog: onlyProject,
  getRetention: onlyProject,
  setRetention: {
    good: { params: project, body: { messages: null, traces: 30, inbox: 2, log: 1 } },
    bad: [
      [{ params: project, body: { messages: 0, traces: 'x', inbox: null, log: 3651 } }, 'messages', 'traces', 'inbox', 'log'],
      [{ params: project, body: { messages: null, traces: null, inbox: 1, log: null } }, 'inbox'],
    ],
  },
  listStarters: { good: {}, bad: [] },
  getTestChat: onlyPerson,
  sendTestEvent: {
    good: { params: person, body: { kind: 'text', text: 'hi' } },
    bad: [
      [{ params: person, body: { kind: 'text', text: '' } }, 'text'],
      [{ params: person, body: { kind: 'attachment', urls: ['a', 5] } }, 'urls[1]'],
      [{ params: person, body: { kind: 'shout' } }, 'kind'],
    ],
  },
  restartTestChat: onlyPerson,
  addTestPerson: onlyProject,
  moveTestClock: {
    good: { params: person, body: { move: 'to', moment: '2026-03-29T03:30:00+03:00' } },
    bad: [
      [{ params: person, body: { move: 'by', milliseconds: 0 } }, 'milliseconds'],
      [{ params: person, body: { move: 'to', moment: 'tomorrow' } }, 'moment'],
    ],
  },
  runPending: onlyPending,
  cancelPending: onlyPending,
  setTestVariable: {
    good: { params: person, body: { scope: 'order', name: 'x', value: '1' } },
    bad: [[{ params: person, body: { scope: 'const', name: 'x', value: 'v'.repeat(100_001) } }, 'scope', 'value']],
  },
  listDialogues: {
    good: { params: project, query: { tab: 'mine', q: 'ann', list: '3' } },
    bad: [[{ params: project, query: { tab: 'none', list: 'x', from: 'today' } }, 'tab', 'list', 'from']],
  },
  countDialogues: onlyProject,
  readAllDialogues: onlyProject,
  getClient: onlyClient,
  updateClient: ofClient({ phone: '8 900 000-00-00', pause: null }, { name: ' ', email: 'x', pause: 0 }, 'name', 'email', 'pause'),
  assignClient: ofClient({ account: 'me' }, { account: 'you' }, 'account'),
  setClientVariable: ofClient({ name: 'city', value: '' }, { name: '', value: 1 }, 'name', 'value'),
  changeClientLists: ofClient({ add: [1] }, { add: ['1'], remove: [0] }, 'add[0]', 'remove[0]'),
  changeClientLabels: ofClient({ remove: [1] }, { add: 1 }, 'add'),
  listMessages: {
    good: { params: client, query: { before: '9' } },
    bad: [[{ params: client, query: { around: '0', only: 'all' } }, 'around', 'only']],
  },
  sendToClient: ofClient({ key: 'k', text: 'Hi' }, { key: '', text: 5, at: '10:00' }, 'key', 'text', 'at'),
  sendBlockToClient: ofClient({ block: 3 }, { block: '3' }, 'block'),
  addComment: ofClient({ text: 'Calls back' }, { text: ' ' }, 'text'),
  updateMessage: {
    good: { params: message, body: { pinned: true } },
    bad: [[{ params: { ...client, message: 'x' }, body: { pinned: 1 } }, 'message', 'pinned']],
  },
  deleteMessage: { good: { params: message }, bad: [[{ params: { ...client, message: '' } }, 'message']] },
  movePlanned: {
    good: { params: planned, body: { at: '2026-03-29T03:30:00+03:00' } },
    bad: [[{ params: badPlanned, body: { at: 'soon' } }, 'planned', 'at']],
  },
  sendPlanned: { good: { params: planned }, bad: [[{ params: badPlanned }, 'planned']] },
  cancelPlanned: { good: { params: planned }, bad: [[{ params: badPlanned }, 'planned']] },
  getClientTurn: { good: { params: { ...client, turn: '7' } }, bad: [[{ params: { ...client, turn: 'last' } }, 'turn']] },
  deleteClient: onlyClient,
  mergeClient: ofClient({ client: 6 }, { client: -1 }, 'client'),
  unmergeClient: onlyClient,
  exportClient: onlyClient,
  listQuickReplies: onlyProject,
  createQuickReply: ofProject({ title: 'Hours', text: 'We open at 9' }, { title: '', text: '' }, 'title', 'text'),
  updateQuickReply: numbered('reply', { good: { folder: '' }, bad: { title: 1 }, fields: ['title'] }),
  deleteQuickReply: numbered('reply'),
  listOperators: onlyProject,
  setMyStatus: ofProject({ status: 'shift' }, { status: 'away' }, 'status'),
  setOperatorStatus: numbered('account', { good: { status: 'break' }, bad: {}, fields: ['status'] }),
  listShifts: numbered('account'),
  getDistribution: onlyProject,
  setDistribution: ofProject({}, { start: '24:00', weekend: [8], evenInterval: 0 }, 'start', 'weekend[0]', 'evenInterval'),
  clearBindings: onlyProject,
  listNotifications: { good: { params: project }, bad: [[{ params: project, query: { before: 'x' } }, 'before']] },
  readNotifications: ofProject({ upTo: 4 }, { upTo: 0 }, 'upTo'),
  listTasks: {
    good: { params: project, query: { from: '2026-03-01', responsible: 'me', column: 'none' } },
    bad: [[{ params: project, query: { from: '2026-02-30', responsible: 'you', status: 'late' } }, 'from', 'responsible', 'status']],
  },
  getTask: numbered('task'),
  createTask: ofProject(
    { title: 'Call', date: '2026-03-10' },
    { title: ' ', date: '10.03.2026', time: '8:00', priority: 'urgent' },
    'title',
    'date',
    'time',
    'priority',
  ),
  updateTask: numbered('task', { good: { status: 'done' }, bad: { column: 0 }, fields: ['column'] }),
  deleteTask: numbered('task'),
  countTasks: onlyProject,
  taskBadges: ofProject({ clients: [1] }, { clients: ['x'] }, 'clients[0]'),
  listTaskColumns: onlyProject,
  createTaskColumn: ofProject({ name: 'Doing' }, { name: '', color: 10 }, 'name', 'color'),
  updateTaskColumn: numbered('column', { good: { color: 3 }, bad: { name: ' ' }, fields: ['name'] }),
  orderTaskColumns: ofProject({ columns: [2, 1] }, { columns: [0] }, 'columns[0]'),
  deleteTaskColumn: numbered('column'),
  getWorkCallbacks: onlyProject,
  setWorkCallbacks: ofProject({}, { lists: 'yes' }, 'lists'),
  listLists: onlyProject,
  createList: ofProject({ name: 'VIP' }, { name: ' ', color: 10 }, 'name', 'color'),
  updateList: numbered('list', { good: { folder: 'A' }, bad: { name: '' }, fields: ['name'] }),
  deleteList: numbered('list'),
  previewListMembers: numbered('list', { good: { change: 'add', filter: {} }, bad: { change: 'swap' }, fields: ['change', 'filter'] }),
  changeListMembers: numbered('list', {
    good: { change: 'exclude', filter: { labels: [1] } },
    bad: { change: 'add', filter: { variables: [{ name: '' }] } },
    fields: ['filter.variables[0].name'],
  }),
  importCrm: ofProject(
    { crm: { lists: [{ number: 2, name: 'Buyers' }] } },
    { crm: { lists: [{ number: 0, name: '' }] } },
    'crm.lists[0].number',
    'crm.lists[0].name',
  ),
  importListMembers: numbered('list', {
    good: { change: 'add', content: 'MQ==', dryRun: true },
    bad: { change: 'add', content: '!', encoding: 'koi' },
    fields: ['content', 'encoding', 'dryRun'],
  }),
  exportListMembers: numbered('list'),
  deleteListMembers: numbered('list', { good: { confirm: 'VIP' }, bad: {}, fields: ['confirm'] }),
  listLabels: onlyProject,
  createLabel: ofProject({ name: 'hot' }, { name: '', color: 'red' }, 'name', 'color'),
  updateLabel: numbered('label', { good: { color: 9 }, bad: { color: -1 }, fields: ['color'] }),
  deleteLabel: numbered('label'),
  listBroadcasts: onlyProject,
  getBroadcast: numbered('broadcast'),
  createBroadcast: ofProject({ content: text }, { content: { kind: 'text', text: ' ' }, pace: 0 }, 'content.text', 'pace'),
  updateBroadcast: numbered('broadcast', { good: { pace: 5 }, bad: { pace: 'fast' }, fields: ['pace'] }),
  deleteBroadcast: numbered('broadcast'),
  previewAudience: ofProject({ audience: {} }, { audience: { lists: [0] } }, 'audience.lists[0]'),
  previewBroadcast: ofProject({ content: text, client: 1 }, { content: { kind: 'block' }, client: 'me' }, 'content.block', 'client'),
  testBroadcast: ofProject({ content: text, client: 1 }, { content: text }, 'client'),
  startBroadcast: numbered('broadcast', { good: {}, bad: { at: 'now' }, fields: ['at'] }),
  controlBroadcast: numbered('broadcast', { good: { action: 'pause' }, bad: { action: 'skip' }, fields: ['action'] }),
  listRecipients: numbered('broadcast'),
  listBranches: onlyProject,
  createBranch: ofProject({ name: 'Salon' }, { name: '' }, 'name'),
  getBranch: onlyBranch,
  changeBranch: ofBranch(
    { on: true, key: 'my-salon', timezone: null, step: 15 },
    { key: 'My Salon', timezone: 'Mars/Base', horizonDays: 0, step: 1 },
    'key',
    'timezone',
    'horizonDays',
    'step',
  ),
  deleteBranch: ofBranch({ confirm: 'Salon' }, {}, 'confirm'),
  changeBranchNotifications: ofBranch(
    { on: true, channel: 'auto', created: notified, reminder: { ...notified, before: 120 }, cancelled: notified },
    { on: true, channel: 'pigeon', created: notified, reminder: { ...notified, before: 0 }, cancelled: notified },
    'channel',
    'reminder.before',
  ),
  createServiceCategory: ofBranch({ name: 'Hair' }, { name: ' ' }, 'name'),
  sortServiceCategories: ofBranch({ ids: [2, 1] }, { ids: ['x'] }, 'ids[0]'),
  changeServiceCategory: numbered('category', { good: { name: 'Hair' }, bad: { name: '' }, fields: ['name'] }),
  deleteServiceCategory: numbered('category'),
  createJobTitle: ofBranch({ name: 'Barber', description: 'Cuts' }, {}, 'name'),
  sortJobTitles: ofBranch({ ids: [] }, {}, 'ids'),
  changeJobTitle: numbered('jobTitle', { good: { description: '' }, bad: { name: '' }, fields: ['name'] }),
  deleteJobTitle: numbered('jobTitle'),
  createService: ofBranch(
    { title: 'Haircut', duration: 60 },
    { title: '', price: -1, duration: 0, capacity: 0 },
    'title',
    'price',
    'duration',
    'capacity',
  ),
  sortServices: ofBranch({ ids: [1] }, { ids: [0] }, 'ids[0]'),
  changeService: numbered('service', { good: { active: false, color: '' }, bad: { color: 'red' }, fields: ['color'] }),
  deleteService: numbered('service'),
  importServices: ofBranch({ content: 'dGl0bGU=', dryRun: true }, { content: '???' }, 'content', 'dryRun'),
  createEmployee: ofBranch(
    { name: 'Pavel', schedule: { week, breaks: [{ weekday: null, from: '13:00', to: '14:00' }] } },
    { name: '', kind: 'bus', services: [0] },
    'kind',
    'name',
    'services[0]',
  ),
  sortEmployees: ofBranch({ ids: [1] }, {}, 'ids'),
  changeEmployee: numbered('employee', { good: { active: false }, bad: { active: 'no' }, fields: ['active'] }),
  deleteEmployee: numbered('employee'),
  setSchedule: numbered('employee', {
    good: { week, breaks: [] },
    bad: { week: [[['18:00', '09:00']], [], [], [], [], [], []], breaks: [{ weekday: 8, from: '13:00', to: '14:00' }] },
    fields: ['week[0][0]', 'breaks[0].weekday'],
  }),
  setOverrides: numbered('employee', {
    good: { from: '2024-02-05', to: '2024-02-06', intervals: [] },
    bad: { from: '2024-02-06', to: '2024-02-05', intervals: null },
    fields: ['to'],
  }),
  renewFeed: numbered('employee'),
  removeFeed: numbered('employee'),
  getBookingSettings: onlyProject,
  changeBookingSettings: ofProject({ holdMinutes: 0 }, { holdMinutes: 1.5 }, 'holdMinutes'),
  getCalendar: {
    good: { params: branch, query: { from: '2024-02-05', days: '7', employee: '3' } },
    bad: [[{ params: branch, query: { from: 'today', days: '8' } }, 'from', 'days']],
  },
  getFreeTimes: {
    good: { params: branch, query: { services: '844,845', date: '2024-02-05' } },
    bad: [[{ params: branch, query: { services: '844,', date: '05.02.2024' } }, 'services', 'date']],
  },
  createVisit: ofBranch(
    { date: '2024-02-05', time: '10:00', services: [844], phone: '+7 900' },
    { date: '2024-02-05', time: '24:00', services: [], email: 'a' },
    'time',
    'services',
    'email',
  ),
  getVisit: numbered('visit'),
  changeVisit: numbered('visit', { good: { version: 1, time: '10:30' }, bad: { time: '10:60' }, fields: ['version', 'time'] }),
  cancelVisit: numbered('visit', { good: { version: 1 }, bad: {}, fields: ['version'] }),
  getBookingPage: { good: { params: pageOf }, bad: [[{}, 'branch']] },
  getBookingDates: { good: { params: pageOf, query: { services: '844' } }, bad: [[{ params: pageOf }, 'services']] },
  getBookingTimes: {
    good: { params: pageOf, query: { services: '844', date: '2024-02-05', hold: 'h' } },
    bad: [[{ params: pageOf, query: { services: '844' } }, 'date']],
  },
  holdTime: { good: { params: pageOf, body: slot }, bad: [[{ params: pageOf, body: { ...slot, services: [] } }, 'services']] },
  releaseTime: { good: { params: { ...pageOf, hold: 'h' } }, bad: [[{ params: pageOf }, 'hold']] },
  bookVisit: {
    good: { params: pageOf, body: { ...slot, key: 'of-the-page', name: 'Ann', phone: '+7 900' } },
    bad: [[{ params: pageOf, body: { ...slot, key: 'short', name: '' } }, 'key', 'name']],
  },
  getOwnVisit: { good: { params: visitOf }, bad: [[{ params: pageOf }, 'visit']] },
  getOwnVisitTimes: { good: { params: visitOf, query: {} }, bad: [[{ params: visitOf, query: { date: 'today' } }, 'date']] },
  moveOwnVisit: {
    good: { params: visitOf, body: { date: '2024-02-05', time: '10:00' } },
    bad: [[{ params: visitOf, body: { date: '2024-02-05' } }, 'time']],
  },
  cancelOwnVisit: { good: { params: visitOf }, bad: [[{ params: pageOf }, 'visit']] },
  openChatLook: { good: { params: channel }, bad: [[{ params: {} }, 'channel']] },
  getChatLook: { good: { params: { ...project, key: 'k' } }, bad: [[{ params: { ...project, key: 'k'.repeat(65) } }, 'key']] },
  setChatLook: {
    good: { params: { ...project, key: 'k' }, body: {} },
    bad: [
      [
        {
          params: { ...project, key: 'k' },
          body: {
            color: 'red',
            avatar: 'https://a.example/b.png',
            sites: ['https://a.example'],
            offset: { x: -1, y: 401 },
            words: { ru: { title: 'x'.repeat(81) } },
          },
        },
        'color',
        'offset.x',
        'offset.y',
        'avatar',
        'words.ru.title',
        'sites[0]',
      ],
    ],
  },
  sendChatMessage: {
    good: { params: channel, body: { visitor: 'token-12345', id: 'm1', text: 'hi' } },
    bad: [
      [{ params: channel, query: { wait: 'yes' }, body: { visitor: 'with space', id: '' } }, 'wait', 'visitor', 'id'],
      [{ params: channel, body: { visitor: 'token-12345', id: 'm', attachments: ['javascript:alert(1)'] } }, 'attachments[0]'],
    ],
  },
  getChatHistory: {
    good: { params: channel, query: { visitor: 'token-12345' } },
    bad: [[{ params: channel, query: { after: '-1' } }, 'visitor', 'after']],
  },
}

it('has a case for every endpoint', () => {
  expect(Object.keys(cases).sort()).toEqual(allEndpoints.map(({ name }) => name).sort())
})

it('gives every endpoint a name and an address of its own', () => {
  const addresses = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
  expect(new Set(addresses).size).toBe(allEndpoints.length)
  expect(new Set(allEndpoints.map(({ name }) => name)).size).toBe(allEndpoints.length)
})

describe.each(allEndpoints.map((endpoint) => ({ endpoint, name: endpoint.name })))('$name', ({ endpoint, name }) => {
  const { good, bad } = cases[name] ?? { good: {}, bad: [] }
  const read = ({ params = {}, query = {}, body }: Sent) => endpoint.read({ params, query, body })

  it('reads what a caller may send', () => {
    expect(read(good)).toMatchObject({ ok: true })
  })

  it('passes over fields that it does not know', () => {
    const extra = { nobody: 'knows' }
    const result = read({
      params: { ...good.params, ...extra },
      query: { ...good.query, ...extra },
      body: Object.assign({}, good.body, extra),
    })
    expect(result.ok && result.input).not.toHaveProperty('nobody')
  })

  it('names every field that it refuses', () => {
    for (const [sent, ...fields] of bad) {
      const result = read(sent)
      expect(result.ok ? [] : [...new Set(result.problems.map(({ path }) => path))], JSON.stringify(sent)).toEqual(fields)
    }
  })

  it('names each part of its path as a parameter', () => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, part]) => part)
    expect(Object.keys(endpoint.params.shape).sort()).toEqual(inPath.sort())
  })
})

describe('the OpenAPI document', () => {
  const document = openApi('1.2.3')
  const text = JSON.stringify(document)

  it('describes every endpoint once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path ?? {}))
    expect(operations.map((operation) => operationId(operation)).sort()).toEqual(
      [...allEndpoints.map(({ name }) => name), 'liveEvents', 'chatEvents'].sort(),
    )
  })

  it('refers only to schemas that it has, and to nothing outside', () => {
    const refs = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to?.replace('#/components/schemas/', ''))
    expect(refs.filter((to) => !Object.hasOwn(document.components.schemas, to ?? ''))).toEqual([])
  })

  it('says of every operation how its caller is known', () => {
    const { paths, components } = document
    const schemes = Object.keys(components.securitySchemes)
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations ?? {})) {
        const { security } = z.object({ security: z.array(z.record(z.string(), z.array(z.never()))) }).parse(operation)
        expect(security.flatMap((way) => Object.keys(way)).filter((name) => !schemes.includes(name))).toEqual([])
        const known = security.map((way) => Object.keys(way).sort().join('+'))
        if (path.startsWith('/chat/')) expect(known, path).toEqual([])
        const ways = method === 'get' ? ['session', 'key'] : ['session+sessionToken', 'key']
        expect(
          known.filter((way) => !ways.includes(way)),
          `${method} ${path}`,
        ).toEqual([])
      }
    }
    const of = (path: string, method: string) => Reflect.get(Object(paths[path]), method).security
    expect(of('/api/session', 'post')).toEqual([])
    expect(of('/api/me', 'get')).toEqual([{ session: [] }])
    expect(of('/api/projects/{projectId}/tasks', 'post')).toEqual([{ session: [], sessionToken: [] }, { key: [] }])
    expect(of('/api/projects/{projectId}/roles', 'post')).toEqual([{ session: [], sessionToken: [] }])
  })

  it('names the header by which calls are repeated safely, on calls that write and on no other', () => {
    const naming = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations ?? {}).flatMap(([method, operation]) =>
        JSON.stringify(operation).includes('"Idempotency-Key"') ? [`${method} ${path}`] : [],
      ),
    )
    expect(naming).toContain('post /api/projects')
    expect(naming.filter((each) => each.startsWith('get ') || each.includes('/chat/'))).toEqual([])
  })

  it('lets a caller leave out what has a default, and promises it in answers', () => {
    const { Edit, Project } = document.components.schemas
    expect(JSON.stringify(Edit)).toContain('"required":["number"]')
    expect(JSON.stringify(Project)).toContain('"required":["format","sheets","blocks","arrows","settings","lastBlock","lastArrow"]')
  })
})

function operationId(operation: unknown): unknown {
  return typeof operation === 'object' && operation !== null && 'operationId' in operation ? operation.operationId : undefined
}
