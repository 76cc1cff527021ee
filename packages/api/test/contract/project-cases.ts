/** Projects, their drafts, versions and variables; the test chat. */
import { blankBlock } from '@voronka/flow'
import { onlyProject, project, type Case, type Cases } from './case.ts'

const person = { ...project, person: '1' }
const pending = { ...person, pending: '4' }
const version = { ...project, version: '2' }
const onlyPerson: Case = { good: { params: person }, bad: [[{ params: { ...project, person: '-1' } }, 'person']] }
const onlyPending: Case = { good: { params: pending }, bad: [[{ params: { ...person, pending: 'x' } }, 'pending']] }
const edit = { type: 'put-block', block: blankBlock(1) }

export const projectCases: Cases = {
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
}
