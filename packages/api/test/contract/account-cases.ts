/** Accounts, sessions, members and invitations; files. */
import { channel, onlyProject, project, type Case, type Cases } from './case.ts'

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

export const accountCases: Cases = {
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
}
