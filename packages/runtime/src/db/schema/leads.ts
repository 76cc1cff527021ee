/** Leads. */
export interface LeadTables {
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
}
