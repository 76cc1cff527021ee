/** What a project has to do with the world outside: channels, connections, calls, payments, webhooks, its log. */
import { ids, ofClient, ofProject, onlyProject, project, type Cases } from './case.ts'

export const connectionCases: Cases = {
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
    good: { params: project, query: { state: 'paid', from: '2026-01-31', until: '2026-02-28', before: '10', size: '20' } },
    bad: [[{ params: project, query: { state: 'lost', from: 'yesterday', size: '1000' } }, 'state', 'from', 'size']],
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
}
