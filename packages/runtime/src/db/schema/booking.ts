/** Online booking. */
export interface BookingTables {
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
