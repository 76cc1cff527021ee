/** Clients, their dialogues, operators. */
import { client, numbered, ofClient, ofProject, onlyProject, project, type Case, type Cases } from './case.ts'

const onlyClient: Case = { good: { params: client }, bad: [[{ params: { ...project, clientId: '5x' } }, 'clientId']] }
const message = { ...client, message: '8' }
const planned = { ...client, planned: 'timer-4' }
const badPlanned = { ...client, planned: 'timer' }

export const clientCases: Cases = {
  listDialogues: {
    good: { params: project, query: { tab: 'mine', q: 'ann', list: '3' } },
    bad: [[{ params: project, query: { tab: 'none', list: 'x', from: 'today' } }, 'tab', 'list', 'from']],
  },
  countDialogues: onlyProject,
  readAllDialogues: onlyProject,
  listClientChannels: onlyProject,
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
  noteWriting: onlyClient,
  addComment: ofClient({ text: 'Calls back' }, { text: ' ' }, 'text'),
  updateMessage: {
    good: { params: message, body: { pinned: true } },
    bad: [[{ params: { ...client, message: 'x' }, body: { pinned: 1 } }, 'message', 'pinned']],
  },
  deleteMessage: { good: { params: message }, bad: [[{ params: { ...client, message: '' } }, 'message']] },
  resendMessage: { good: { params: message }, bad: [[{ params: { ...client, message: 'x' } }, 'message']] },
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
}
