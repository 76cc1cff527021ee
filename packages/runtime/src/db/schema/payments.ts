/** What clients were asked to pay. */
export interface PaymentTables {
  payments: {
    project_id: number
    /** Unique in the project. */
    number: number
    order_number: number
    client_id: number
    /** 1: of a person of the test chat. */
    test: number
    /** Kind of the connection that it goes through. */
    provider: string
    /** In the address of our own page for it; nobody else knows it. */
    token: string
    /** Where the client pays. */
    link: string
    state: 'waiting' | 'paid' | 'failed'
    /** In hundredths: kopecks, cents. */
    sum: number
    currency: string
    description: string
    /** What the payment service calls it. */
    outside_id: string | null
    /** What it said that did not fit: another sum, another currency. */
    trouble: string | null
    created_at: number
    changed_at: number
  }
}
