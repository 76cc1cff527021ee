/** Who may come in, as what, and what he did. */
import type { Generated } from 'kysely'

export interface AccountTables {
  accounts: {
    id: Generated<number>
    email: string
    /** The e-mail in lower case: one account each. */
    email_key: string
    name: string
    language: 'ru' | 'en'
    /** argon2id; null: nobody can sign in until a password is set by link. */
    password_hash: string | null
    installation_owner: number
    disabled: number
    /** Sealed (secrets.ts). Counts only once `totp_on` is 1. */
    totp_secret: string | null
    totp_on: number
    /** Number of the last time step whose code was used: no code works twice. */
    totp_step: number
    created_at: number
    last_seen_at: number | null
  }
  recovery_codes: { account_id: number; hash: string }
  /** `hash`: of the cookie, which is stored nowhere. */
  sessions: {
    id: Generated<number>
    account_id: number
    hash: string
    created_at: number
    last_used_at: number
    address: string
    browser: string
  }
  one_time_links: { hash: string; purpose: 'set-up' | 'reset'; account_id: number | null; expires_at: number }
  /** Failed sign-ins of a scope (an account, an address, both together), and until when the next has to wait. */
  failed_attempts: { scope: string; failures: number; last_at: number; wait_until: number }
  /** Roles made by hand; `permissions` is JSON. */
  roles: { id: Generated<number>; project_id: number; name: string; permissions: string; created_at: number }
  members: {
    project_id: number
    account_id: number
    role: 'owner' | 'administrator' | 'editor' | 'operator' | 'custom'
    /** Of `roles`, when the role is `custom`. */
    role_id: number | null
    name: string
    phone: string
    position: string
    description: string
    /** JSON: up to three `{name, value}`. */
    extra: string
    /** How he calls (telephony, section 7). */
    call_way: Generated<'off' | 'application' | 'api'>
    call_number: Generated<string>
    call_record: Generated<string>
    joined_at: number
  }
  invitations: {
    id: Generated<number>
    project_id: number
    hash: string
    role: 'administrator' | 'editor' | 'operator' | 'custom'
    role_id: number | null
    email: string | null
    created_by: number | null
    created_at: number
    expires_at: number
  }
  api_keys: {
    id: Generated<number>
    project_id: number
    hash: string
    name: string
    permissions: string
    ending: string
    created_by: string
    created_at: number
    expires_at: number | null
    last_used_at: number | null
  }
  /** Keys of the project API (http-api, section 1.1). `sealed`: the secret, for `#{api_key}`. */
  public_keys: {
    id: Generated<number>
    project_id: number
    hash: string
    sealed: string
    name: string
    permissions: string
    main: number
    ending: string
    created_by: string
    created_at: number
    last_used_at: number | null
  }
  audit_log: {
    id: Generated<number>
    /** Null: it concerns the installation, not one project. */
    project_id: number | null
    at: number
    who_kind: 'person' | 'key' | 'console' | 'nobody'
    account_id: number | null
    who_name: string
    action: string
    subject: string
    address: string
    /** JSON. */
    before: string | null
    after: string | null
    /** Everything that a search looks into, in lower case. */
    searched: string
  }
}
