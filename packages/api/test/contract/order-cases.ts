/** Pipelines, orders and the board. */
import { onlyProject, project, type Case, type Cases } from './case.ts'

const pipeline = { ...project, pipelineId: '2' }
const state = { ...project, stateId: '7' }
const order = { ...project, order: '9' }
const onlyOrder: Case = { good: { params: order }, bad: [[{ params: { ...project, order: '1.5' } }, 'order']] }
const mail = { host: 'mail.example.com', port: 465, security: 'tls', user: 'a', from: 'Shop <a@example.com>' }

export const orderCases: Cases = {
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
}
