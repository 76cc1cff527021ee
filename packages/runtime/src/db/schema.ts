/** The tables, as Kysely sees them. Moments are milliseconds UTC, documents are JSON text, booleans 0 or 1. */
import type { Generated } from 'kysely'

export interface Schema {
  /** The processes at work on this database, where it can be more than one. */
  processes: { id: string; started_at: number; seen_at: number }
  projects: {
    id: Generated<number>
    name: string
    /** The draft as a project document (canonical JSON) as it was at `draft_revision`; the edits since then are in `draft_edits`. */
    draft: string
    draft_revision: Generated<number>
    revision: number
    /** Number of the version that clients run. */
    published: number | null
    /** Revision of the draft when it was published last. */
    published_revision: number | null
    created_at: number
    updated_at: number
    deleted_at: number | null
  }
  draft_edits: { project_id: number; revision: number; editor: string; edits: string; at: number }
  versions: {
    project_id: number
    number: number
    document: string
    note: string
    author: string
    published_at: number
    blocks: number
    arrows: number
  }
  /** `test` 1: the copy that the test chat uses, so that trying a funnel never changes live values. Values are JSON text. */
  project_variables: { project_id: number; test: number; name: string; value: string }
  channels: {
    key: string
    project_id: number
    kind: 'web' | 'test'
    name: string
    enabled: number
    created_at: number
    /** Of people whom we only know by a phone number or an e-mail address: nothing can be written there yet. */
    contact: 'phone' | 'email' | 'outside' | null
    /** Of people of a messenger that is not connected (`outside`): its number (calculator-language, section 4.2). */
    client_type: number | null
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
  leads: {
    project_id: number
    /** Unique in the project. */
    number: number
    created_at: number
    /** When it was processed or closed. */
    done_at: number | null
    /** 0 open, 1 in work, 2 processed, 3 closed. */
    status: number
    /** 1 spam, 2 duplicate, 3 other, 4 not target. */
    result: number | null
    title: string
    email: string
    phone: string
    site: string
    company: string
    description: string
    ip: string
    city: string
    country: string
    timezone: string
    /** Everything that a search looks into, in lower case. */
    searched: string
    /** Number of an account. */
    responsible: number | null
    source: number | null
    partner: number | null
    client_id: number | null
    order_number: number | null
    /** Why it was disqualified. */
    comment: string
    utm_source: string
    utm_medium: string
    utm_campaign: string
    utm_term: string
    utm_content: string
    utm_referrer: string
    revision: number
  }
  lead_sources: { project_id: number; number: number; name: string }
  lead_partners: { project_id: number; number: number; site: string }
  /** `form_key` names the project's form on other sites: who has it can add leads and nothing else. `document`: api, `leadSettingsSchema`. */
  lead_settings: { project_id: number; key_hash: string | null; key_ending: string | null; form_key: string | null; document: string }
  clients: {
    id: Generated<number>
    project_id: number
    channel: string
    /** Who he is on that channel: a visitor's token, the number of a test person. Unique with the channel. */
    outside_id: string
    name: string
    /** The engine's session as JSON; null until the first turn. */
    session: string | null
    position: number | null
    /** Test people only: how far their clock is ahead of the real one, milliseconds. */
    clock_offset: number
    created_at: number
    updated_at: number
    /** The event whose turn waits for an answer from outside: until it is finished his other events and timers wait, too. */
    calling: Generated<number | null>
  }
  /** Turns that wait for an answer from outside: all it takes to run them again. */
  turn_journals: {
    inbox_id: number
    project_id: number
    turn_id: number
    /** Which call of the turn it is, from 1. */
    number: number
    journal: string
    /** What came back; null: it is being made by `holder`, who has until `lease_until`. */
    answer: string | null
    holder: string
    lease_until: number
  }
  /** Hosts that this project calls although they are not public, beside those of the server's configuration. */
  egress_allowed: { project_id: number; host: string; added_at: number }
  /** Addresses that are told of every message (http-api, section 9). */
  webhooks: {
    id: Generated<number>
    project_id: number
    url: string
    enabled: number
    /** What failed is sent again; otherwise once is all. */
    repeats: number
    /** The key of its signatures, encrypted at rest. */
    secret: string
    created_at: number
  }
  /** What servers of others are to accept, and what became of it. */
  outbox: {
    id: Generated<number>
    project_id: number
    /** Whose server it is for: what waits for one never delays what waits for another. */
    queue: string
    /** Which of the senders knows how. */
    kind: string
    /** In one queue, what concerns one client goes strictly in order. */
    client_id: number | null
    /** The idempotency key: the same with every attempt. */
    key: string
    message: string
    state: 'waiting' | 'sent' | 'dead'
    /** Attempts ever made, and those since it was last put in by hand. */
    attempts: Generated<number>
    tries: Generated<number>
    /** When it is tried (again). While it is being sent: until when whoever does that has time. */
    due_at: number
    created_at: number
    finished_at: number | null
    /** What the other server calls it. */
    outside_id: string | null
    /** Why it was given up, or is tried again. */
    reason: string | null
  }
  /** Queues whose server asked for a pause, or has been failing. */
  outbox_queues: { queue: string; project_id: number; failures: number; paused_until: number }
  outbox_attempts: {
    outbox_id: number
    number: number
    at: number
    took_ms: number
    /** HTTP status; 0: there was no answer. */
    status: number
    reason: string | null
    /** The beginning of what was answered. */
    answer: string
  }
  /** Events taken in, each once: (channel, outside_id) is unique. */
  inbox: {
    id: Generated<number>
    channel: string
    outside_id: string
    client_id: number
    event: string
    received_at: number
    /** 0 waiting, 1 done, 2 set aside after failing. */
    state: number
    attempts: number
    turn_id: number | null
    /** Number of the HTTP request that brought it; null: it came another way. */
    request: string | null
  }
  turns: {
    id: Generated<number>
    project_id: number
    client_id: number
    /** Version of the flow; null: the draft. */
    version: number | null
    at: number
    took: number
    trace: string
    changed: string
    /** As in `inbox`. */
    request: string | null
  }
  messages: {
    id: Generated<number>
    client_id: number
    turn_id: number | null
    author: 'client' | 'bot' | 'event'
    text: string
    /** Everything else of the message (format, buttons, attachments, flags) as JSON; null when there is nothing else. */
    extra: string | null
    block: number | null
    at: number
    /** The person who wrote it, on the side of the bot or as a comment, and his name then; null: bot, client or system. */
    account_id: Generated<number | null>
    speaker: Generated<string | null>
    /** 1: a comment of colleagues, kept as an event that the client never sees. */
    comment: Generated<number>
    pinned: Generated<number>
    edited_at: Generated<number | null>
    /** Made by the page of its author, unique within the client: a repeat is not stored again. */
    key: Generated<string | null>
  }
  timers: {
    client_id: number
    /** Number of the pending entry within its client. */
    pending_id: number
    project_id: number
    arrow: number
    from_block: number
    to_block: number
    /** When it is due on the client's clock; `fire_at` is the same moment on the real clock, or later when postponed. */
    due: number
    fire_at: number
    keep: number
    cancel_if_left: number
    planned_at: number
  }
  /** Messages that a function addressed to a client (`message(...)`), until they are delivered. */
  deliveries: {
    id: Generated<number>
    project_id: number
    client_id: number
    text: string
    /** The block whose text is to be sent when `text` is empty. */
    block: number | null
    fire_at: number
    /** Of a message that a person planned: who, the rest of the message as JSON, the key of his page. */
    account_id: Generated<number | null>
    speaker: Generated<string | null>
    extra: Generated<string | null>
    key: Generated<string | null>
    /** What is to happen then instead of a message: an event, as JSON. */
    event: Generated<string | null>
  }
  /** The last number given, by what it counts: `order`, `pipeline`, ... A row, so that two processes never give the same one. */
  counters: { project_id: number; name: string; value: number }
  /** `card`: which fields and variables its cards show, as JSON. */
  pipelines: { project_id: number; id: number; name: string; currency: string; card: string; position: number }
  states: {
    project_id: number
    /** Unique in the project, not only in its pipeline. */
    id: number
    pipeline_id: number
    name: string
    color: string
    hidden: number
    /** Numbers of the states into which its orders may not be moved by hand, as JSON. */
    forbidden: string
    position: number
  }
  /** What a project does with its orders (api, `orderSettingsSchema`), as JSON; without a row: the defaults. */
  order_settings: { project_id: number; document: string }
  mail_settings: {
    project_id: number
    host: string
    port: number
    security: string
    account: string
    sender: string
    /** Encrypted at rest. */
    password: string | null
  }
  /** Mails to send, until the mail server has taken them. */
  mails: {
    id: Generated<number>
    project_id: number
    recipient: string
    subject: string
    body: string
    created_at: number
    /** When to try (again). */
    due_at: number
    attempts: number
    /** Why it was given up; null: it waits. */
    failed: string | null
  }
  orders: {
    project_id: number
    /** Unique in the project. */
    number: number
    client_id: number
    /** 1: of a person of the test chat; it is on no board. */
    test: number
    status: 'active' | 'success' | 'fail' | 'archive'
    /** Null: unsorted. A closed order keeps those that it was closed in. */
    pipeline_id: number | null
    state_id: number | null
    name: string
    /** In lower case, for searching. */
    name_search: string
    description: string
    budget: number | null
    /** Number of an account. */
    responsible: number | null
    /** The order's own variables as JSON. */
    variables: string
    /** Counts every change: what was read at a revision is written only while it still has it. */
    revision: number
    created_at: number
    changed_at: number
    /** When it came to where it is. */
    entered_at: number
    /** When "Close deal" formed the request. */
    submitted_at: number | null
    closed_at: number | null
    deleted_at: number | null
  }
  /** Days that a project keeps things; null: for ever. No row: what is standard. */
  retention: { project_id: number; messages: number | null; traces: number | null; inbox: number; log: number | null }
  /**
   * Writing calls with an `Idempotency-Key`, per caller. Neither the key nor the answer can be read here: the key is hashed, the answer encrypted
   * with it. `answer` null: the call is being worked off, or the server stopped in the middle of it.
   */
  idempotent_calls: { actor: string; key_hash: string; content: string; answer: string | null; at: number }
  /** Uploaded files; the bytes of each lie in the folder of files under its id. A row without bytes is a fault, bytes without a row are rubbish. */
  files: {
    id: string
    project_id: number
    /** The client who sent it or was sent it; with him it goes. */
    client_id: number | null
    /** Of a visitor's upload: his channel and token. Until a message of his names the file it has no client. */
    channel: string | null
    visitor: string | null
    /** Account of the person who uploaded it. */
    uploaded_by: number | null
    name: string
    type: string
    kind: 'image' | 'video' | 'audio' | 'file'
    size: number
    sha256: string
    created_at: number
  }
  order_history: {
    id: Generated<number>
    project_id: number
    number: number
    at: number
    by_kind: 'person' | 'bot' | 'program' | 'system'
    by_account: number | null
    by_name: string
    /** The block whose script did it. */
    block: number | null
    what: string
    before: string | null
    after: string | null
    why: string
    /** The mass action that it was a part of. */
    batch: number | null
  }
  order_views: { project_id: number; id: number; account: number | null; name: string; filter: string; shared: number }
  /** CRM callbacks that a client was sent since a moment: against loops. */
  crm_callbacks: { client_id: number; since: number; sent: number }
  log: {
    id: Generated<number>
    project_id: number
    at: number
    level: 'warning' | 'error'
    code: string
    client_id: number | null
    block: number | null
    arrow: number | null
    facts: string
    /** How many times the same was met within the minute: repeated entries are counted, not repeated. */
    count: number
  }
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
  dialogues: {
    client_id: number
    project_id: number
    /** 1: a test person, who appears nowhere among real ones. */
    test: number
    channel: string
    name: string
    phone: Generated<string>
    email: Generated<string>
    responsible: number | null
    /** He wrote, and nobody could be made responsible for him then. */
    queued_at: number | null
    unread: Generated<number>
    /** His latest message was answered by nobody. */
    waiting: Generated<number>
    pinned: Generated<number>
    blocked: Generated<number>
    unsubscribed: Generated<number>
    paused_until: number | null
    position: number | null
    failed: Generated<number>
    /** The main profile of a merged client; null: he is one himself. */
    bound_to: number | null
    last_at: number
    last_from: 'client' | 'bot' | 'operator' | 'event' | 'comment' | null
    last_text: Generated<string>
    /** Moment of the client's latest own message. */
    own_at: number | null
    created_at: number
    /** 1: his search words and searchable variables are older than he is. `searched`: the latest message among the words. */
    stale: Generated<number>
    searched: Generated<number>
  }
  search_words: {
    project_id: number
    /** Lower case, ё as е; a prefix is a range of words. */
    word: string
    client_id: number
  }
  client_variables: {
    client_id: number
    project_id: number
    scope: 'client' | 'order'
    name: string
    /** What variables can be found by: as shown, lower case, its beginning. */
    value: string
  }
  lists: {
    project_id: number
    number: number
    name: string
    folder: string
    color: number
    created_at: number
  }
  list_members: {
    project_id: number
    list: number
    client_id: number
    test: number
    added_at: number
  }
  labels: {
    project_id: number
    number: number
    name: string
    color: number
  }
  label_members: {
    project_id: number
    label: number
    client_id: number
    test: number
  }
  operators: {
    project_id: number
    account_id: number
    status: 'shift' | 'break' | 'absent'
    since: number
    last_assigned_at: number
  }
  shifts: {
    id: Generated<number>
    project_id: number
    account_id: number
    status: 'shift' | 'break' | 'absent'
    from_at: number
    to_at: number | null
  }
  assignments: {
    id: Generated<number>
    project_id: number
    account_id: number
    client_id: number
    at: number
  }
  work_settings: {
    project_id: number
    distribution: string
    callbacks: string
    /** When a working period begins or ends next. */
    next_at: number | null
  }
  notifications: {
    id: Generated<number>
    project_id: number
    account_id: number
    at: number
    text: string
    priority: number
    client_id: number | null
    task: number | null
    read: number
  }
  tasks: {
    project_id: number
    number: number
    title: string
    description: string
    day: string
    /** `HH:MM`, null: the whole day; `due_at` is the same moment, of a whole day its end. */
    clock: string | null
    due_at: number
    priority: 'low' | 'medium' | 'high'
    responsible: number | null
    client_id: number | null
    order_number: number | null
    board_column: number | null
    position: number
    status: 'open' | 'done'
    author: number | null
    author_name: string
    attachments: string
    revision: number
    created_at: number
    closed_at: number | null
    test: number
  }
  task_columns: {
    project_id: number
    number: number
    name: string
    color: number
    position: number
  }
  quick_replies: {
    project_id: number
    number: number
    folder: string
    title: string
    text: string
  }
  broadcasts: {
    project_id: number
    number: number
    name: string
    status: 'draft' | 'scheduled' | 'running' | 'paused' | 'done' | 'stopped' | 'failed'
    content: string
    audience: string
    start_at: number | null
    pace: number
    author: string
    error: string
    /** When there is something to do for it next. */
    next_at: number | null
    /** The highest client who was looked at for its recipients; null: all were. */
    enqueued: number | null
    created_at: number
    started_at: number | null
    finished_at: number | null
  }
  broadcast_recipients: {
    project_id: number
    broadcast: number
    client_id: number
    /** 0 waiting, 1 sent, 2 skipped, 3 failed. */
    state: number
    reason: string
    at: number | null
  }
  /** Without a row: what is standard. */
  booking_settings: { project_id: number; hold_minutes: number }
  /** Pipelines with a set-up of online booking. `notifications`, `page`: as in the contract (api, booking), JSON. */
  booking_branches: {
    project_id: number
    pipeline_id: number
    /** Of its public page; unique in the installation. */
    key: string
    enabled: number
    address: string
    photo: string
    /** Null: that of the project. */
    timezone: string | null
    horizon_days: number
    step: number
    state_id: number | null
    notifications: string
    page: string
  }
  booking_groupings: {
    project_id: number
    kind: 'category' | 'job-title'
    id: number
    pipeline_id: number
    name: string
    description: string
    position: number
  }
  booking_services: {
    project_id: number
    id: number
    pipeline_id: number
    category_id: number | null
    title: string
    /** Trimmed and in lower case: what it is found by. */
    title_key: string
    description: string
    price: number
    duration: number
    capacity: number
    color: string
    photo: string
    active: number
    position: number
  }
  booking_employees: {
    project_id: number
    id: number
    pipeline_id: number
    kind: 'staff' | 'freelance'
    /** A member of the project. */
    account_id: number | null
    name: string
    information: string
    job_title_id: number | null
    photo: string
    active: number
    position: number
    /** The secret of the address of his calendar. */
    feed: string | null
  }
  booking_employee_services: { project_id: number; employee_id: number; service_id: number }
  /** `weekday` 1 (Monday) to 7; 0, of breaks: every day. */
  booking_hours: {
    project_id: number
    employee_id: number
    kind: 'work' | 'break'
    weekday: number
    start_min: number
    end_min: number
  }
  /** `intervals`: pairs of minutes as JSON; none: a day off. */
  booking_overrides: { project_id: number; employee_id: number; day: string; intervals: string }
  /** The lock of an employee's day, and how many turns it has given. */
  booking_days: { project_id: number; calendar_id: number; day: string; turns: number }
  bookings: {
    project_id: number
    order_number: number
    /** The branch. */
    pipeline_id: number
    client_id: number
    /** 1: of a person of the test chat; it takes up the time of test people only. */
    test: number
    /** Whose time it takes up: the same for the employees of all branches that are one member of the project. */
    calendar_id: number
    employee_id: number
    day: string
    start_min: number
    duration: number
    /** Its only service: one for groups shares its start with others. Null: it has several. */
    single_service: number | null
    turn: number
    /** Ids as JSON. */
    services: string
    cost: number
    /** As the order's, `cancelled` when it is deleted: the first two take up time. */
    status: 'active' | 'success' | 'fail' | 'archive' | 'cancelled'
    source: 'bot' | 'widget' | 'operator' | 'ai'
    outside_hours: number
    comment: string
    /** The secret of the client's personal link. */
    link: string
    /** Made by the page that booked it: a repeat books nothing. */
    request_key: string | null
    version: number
    created_at: number
    updated_at: number
  }
  booking_holds: {
    id: string
    project_id: number
    pipeline_id: number
    calendar_id: number
    employee_id: number
    day: string
    start_min: number
    duration: number
    single_service: number | null
    turn: number
    expires_at: number
  }
  /** The planned reminder of a visit: a row of `deliveries` or of `mails`. */
  booking_notices: { project_id: number; order_number: number; way: 'dialogue' | 'email'; row_id: number }
}
