import type { Permissions } from '@voronka/api'

/** Where a new role or key begins: everything closed. */
export const nothingOpen: Permissions = {
  sections: {
    funnel: 'none',
    clients: 'none',
    orders: 'none',
    tasks: 'none',
    lists: 'none',
    broadcasts: 'none',
    booking: 'none',
    calls: 'none',
    leads: 'none',
    analytics: 'none',
    employees: 'none',
    settings: 'none',
  },
  rights: [],
}
