/**
 * Accounts of people (reliability-promises, P8.4-P8.6, P13.2): the first owner, sign-in, sessions, second factor.
 *
 * A browser is recognised by the cookie that signing in sets. Each of its writing calls also carries the header `csrfHeader` with the
 * `csrfToken` of `whoAmI` (403 `no-token` without it). 401 `not-signed-in`: sign in first. 403 `set-up-needed`: there is no owner yet. Links with
 * tokens carry them behind a `#`, where no server and no log sees them: `/setup#token`, `/invitation#token`, `/reset-password#token`.
 */
import { z } from 'zod'
import { done, endpoint, id } from './endpoint.ts'
import { permissionsSchema, roleIdSchema } from './roles.ts'

const tag = 'Accounts'

export const csrfHeader = 'x-voronka-token'

export const languages = ['ru', 'en'] as const
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/u, 'An e-mail address')
/** Characters as a person counts them; longer ones are refused before they are hashed (P8.6). */
export const passwordSchema = z.string().min(8).max(256)
/** A password that was given: of any form, as it is only compared. */
const givenPassword = z.string().min(1).max(256)
const personName = z.string().trim().max(255)
const token = z.string().min(1).max(200)
/** Six digits of the authenticator, or one of the recovery codes. */
const factorCode = z.string().trim().min(6).max(40)

export const meSchema = z.object({
  account: z.object({
    id: z.int(),
    email: z.string(),
    name: z.string(),
    language: z.enum(languages),
    secondFactor: z.boolean(),
    /** How many recovery codes are left. */
    recoveryCodes: z.int(),
    /** May create projects and manage the accounts of the installation. */
    installationOwner: z.boolean(),
  }),
  projects: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      /** `name` is empty for the fixed roles. */
      role: z.object({ id: roleIdSchema, name: z.string() }),
      permissions: permissionsSchema,
    }),
  ),
  /** Goes with every writing call as `csrfHeader`; another one after each sign-in. */
  csrfToken: z.string(),
})
export type Me = z.infer<typeof meSchema>

export const getSetup = endpoint({
  name: 'getSetup',
  method: 'get',
  path: '/api/setup',
  access: 'anybody',
  tag,
  summary: 'Whether the first owner has yet to be created.',
  output: z.object({ needed: z.boolean() }),
})

/** 409 `set-up-done`; 404 `wrong-link` when the token is not the one that the console printed. */
export const setUp = endpoint({
  name: 'setUp',
  method: 'post',
  path: '/api/setup',
  access: 'anybody',
  tag,
  summary: 'Creates the first owner with the one-time token from the console, and signs him in.',
  body: z.object({ token, email: emailSchema, name: personName.min(1), password: passwordSchema, language: z.enum(languages) }),
  output: meSchema,
})

/**
 * 401 `wrong-credentials` for an unknown account as for a wrong password; 401 `second-factor-needed` when the password is right and `code` is missing;
 * 401 `wrong-code`; 429 `too-many-attempts` with `Retry-After` and `details: {seconds}`.
 */
export const signIn = endpoint({
  name: 'signIn',
  method: 'post',
  path: '/api/session',
  access: 'anybody',
  tag,
  summary: 'Signs in and sets the cookie of the session.',
  body: z.object({ email: z.string().trim().max(254), password: givenPassword, code: factorCode.optional() }),
  output: meSchema,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'delete',
  path: '/api/session',
  access: 'person',
  tag,
  summary: 'Ends this session.',
  output: done,
})

export const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'get',
  path: '/api/me',
  access: 'person',
  tag,
  summary: 'The account that is signed in, its projects and what it may do there.',
  output: meSchema,
})

export const updateProfile = endpoint({
  name: 'updateProfile',
  method: 'patch',
  path: '/api/me',
  access: 'person',
  tag,
  summary: 'Changes the own name or language.',
  body: z.object({ name: personName.min(1).optional(), language: z.enum(languages).optional() }),
  output: meSchema,
})

/** 403 `wrong-password`. Ends all other sessions; the answer brings a new cookie and a new `csrfToken`. */
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'put',
  path: '/api/me/password',
  access: 'person',
  tag,
  summary: 'Changes the own password and ends all other sessions.',
  body: z.object({ current: givenPassword, password: passwordSchema }),
  output: meSchema,
})

export const sessionSchema = z.object({
  id: z.int(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  /** Where it was used last, and the browser as it names itself. */
  address: z.string(),
  browser: z.string(),
})
export type SessionInfo = z.infer<typeof sessionSchema>

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'get',
  path: '/api/me/sessions',
  access: 'person',
  tag,
  summary: 'Where one is signed in, the latest used first.',
  output: z.object({ sessions: z.array(sessionSchema) }),
})

export const endSession = endpoint({
  name: 'endSession',
  method: 'delete',
  path: '/api/me/sessions/:sessionId',
  access: 'person',
  tag,
  summary: 'Ends one of the own sessions.',
  params: { sessionId: id },
  output: done,
})

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'delete',
  path: '/api/me/sessions',
  access: 'person',
  tag,
  summary: 'Ends all own sessions: with others=1 all but this one.',
  query: { others: z.enum(['0', '1']).optional() },
  output: done,
})

/** 403 `wrong-password`, 409 `second-factor-is-on`. Nothing changes until `confirmSecondFactor`. */
export const beginSecondFactor = endpoint({
  name: 'beginSecondFactor',
  method: 'post',
  path: '/api/me/second-factor/begin',
  access: 'person',
  tag,
  summary: 'A new secret for an authenticator: as an otpauth address (for a QR code) and as text.',
  body: z.object({ password: givenPassword }),
  output: z.object({ secret: z.string(), uri: z.string() }),
})

/** 403 `wrong-own-code`. The codes are shown once; each works once instead of the authenticator's. */
export const confirmSecondFactor = endpoint({
  name: 'confirmSecondFactor',
  method: 'post',
  path: '/api/me/second-factor/confirm',
  access: 'person',
  tag,
  summary: 'Turns the second factor on with a first code; answers with the recovery codes.',
  body: z.object({ code: factorCode }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const renewRecoveryCodes = endpoint({
  name: 'renewRecoveryCodes',
  method: 'post',
  path: '/api/me/second-factor/recovery-codes',
  access: 'person',
  tag,
  summary: 'New recovery codes; the old ones end.',
  body: z.object({ password: givenPassword }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const disableSecondFactor = endpoint({
  name: 'disableSecondFactor',
  method: 'post',
  path: '/api/me/second-factor/disable',
  access: 'person',
  tag,
  summary: 'Turns the second factor off.',
  body: z.object({ password: givenPassword }),
  output: done,
})

/** 404 `wrong-link` when it was used, is older than an hour, or never was. */
export const lookAtPasswordReset = endpoint({
  name: 'lookAtPasswordReset',
  method: 'post',
  path: '/api/password-reset/look',
  access: 'anybody',
  tag,
  summary: 'Whose password a reset link changes.',
  body: z.object({ token }),
  output: z.object({ email: z.string() }),
})

export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'post',
  path: '/api/password-reset',
  access: 'anybody',
  tag,
  summary: 'Sets a new password by a one-time link and ends all sessions of that account. Sign in with it then.',
  body: z.object({ token, password: passwordSchema }),
  output: done,
})

export const accountSchema = z.object({
  id: z.int(),
  email: z.string(),
  name: z.string(),
  installationOwner: z.boolean(),
  disabled: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  projects: z.int(),
})
export type AccountInfo = z.infer<typeof accountSchema>

export const listAccounts = endpoint({
  name: 'listAccounts',
  method: 'get',
  path: '/api/accounts',
  access: 'installation',
  tag,
  summary: 'All accounts of the installation.',
  output: z.object({ accounts: z.array(accountSchema) }),
})

/** 409 `last-owner`: one owner who can sign in must be left. A disabled account is signed out at once. */
export const updateAccount = endpoint({
  name: 'updateAccount',
  method: 'patch',
  path: '/api/accounts/:accountId',
  access: 'installation',
  tag,
  summary: 'Makes somebody an owner of the installation or takes that from him; disables or enables his account.',
  params: { accountId: id },
  body: z.object({ installationOwner: z.boolean().optional(), disabled: z.boolean().optional() }),
  output: accountSchema,
})
