/** Lists, labels and broadcasts. */
import { numbered, ofProject, onlyProject, type Cases } from './case.ts'

const text = { kind: 'text', text: 'Hello' }

export const audienceCases: Cases = {
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
}
