import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, Outlet } from '@tanstack/react-router'
import { z } from 'zod'
import { bookingSearch } from '../booking/booking-search.ts'
import { broadcastsSearch } from '../broadcasts/broadcasts-search.ts'
import { clientsSearch } from '../clients/clients-search.ts'
import { leadsSearch } from '../leads/leads-search.ts'
import { listsSearch } from '../lists/lists-search.ts'
import { askOrdersEarly } from '../orders/ask-orders-early.ts'
import { ordersSearch } from '../orders/filter.ts'
import { paymentsSearch } from '../payments/payments-search.ts'
import { telephonySearch } from '../telephony/telephony-search.ts'
import { tasksSearch } from '../tasks/tasks-search.ts'
import { askEarly, forSomebody } from './ask-early.ts'
import { Broken } from './Broken.tsx'
import { askDraftEarly } from './early-draft.ts'
import { OpenProject } from './OpenProject.tsx'
import { openDraftKey, projectQuery } from './queries.ts'
import { queries } from './query-client.ts'
import { RootScreen } from './RootScreen.tsx'
import { meQuery } from './session.ts'

const root = createRootRoute({
  component: RootScreen,
  errorComponent: ({ error }) => <Broken error={error} />,
  notFoundComponent: () => <Broken missing />,
})

const projects = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../projects/index.ts'), 'ProjectsPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/index.ts'), 'AccountPage'),
})

/** For the owners of the server. */
const installation = createRoute({
  getParentRoute: () => root,
  path: '/installation',
  component: lazyRouteComponent(() => import('../installation/index.ts'), 'InstallationPage'),
})

/** Pages for who is not signed in; what their links carry stands behind a `#`, where no server sees it. */
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../sign-in/index.ts'), 'SetUpPage'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../sign-in/index.ts'), 'InvitationPage'),
})
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../sign-in/index.ts'), 'ResetPage'),
})

const project = createRoute({
  getParentRoute: () => root,
  path: '/p/$projectId',
  params: {
    parse: ({ projectId }) => {
      const read = z.coerce.number().int().positive().safeParse(projectId)
      if (!read.success) throw notFound()
      return { projectId: read.data }
    },
    stringify: ({ projectId }) => ({ projectId: String(projectId) }),
  },
  beforeLoad: ({ params: { projectId } }) => {
    askEarly(meQuery)
    forSomebody(() => askEarly(projectQuery(projectId)))
  },
  component: function OpenProjectRoute() {
    const { projectId } = project.useParams()
    return (
      <OpenProject key={projectId} projectId={projectId}>
        <Outlet />
      </OpenProject>
    )
  },
})

/** Screens that show or change the draft. */
const editor = createRoute({
  getParentRoute: () => project,
  id: '_editor',
  beforeLoad: ({ params: { projectId }, preload }) => {
    // With a pointer on a link nobody has opened it yet, and one that is open stays as it is.
    if (!preload && !queries.getQueryData(openDraftKey(projectId))) askDraftEarly(projectId)
  },
  component: lazyRouteComponent(() => import('./EditorScreens.tsx'), 'EditorScreens'),
})

const number = z.coerce.number().int().positive().optional().catch(undefined)

/** A deep link: `?block=5` or `?arrow=7` selects and shows it, `?test=1` opens the test chat. */
const funnel = createRoute({
  getParentRoute: () => editor,
  path: '/',
  validateSearch: z.object({ block: number, arrow: number, test: number }),
  component: lazyRouteComponent(() => import('./FunnelPage.tsx'), 'FunnelPage'),
})

const versions = createRoute({
  getParentRoute: () => editor,
  path: '/versions',
  validateSearch: z.object({ version: number, view: z.enum(['previous', 'draft', 'contents']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../versions/index.ts'), 'VersionsPage'),
})

/** `?order=5` opens that order beside the board; the rest of the address is its filter. */
const orders = createRoute({
  getParentRoute: () => project,
  path: '/orders',
  validateSearch: ordersSearch,
  beforeLoad: ({ params: { projectId }, search }) => forSomebody(() => askOrdersEarly(projectId, search)),
  component: lazyRouteComponent(() => import('../orders/index.ts'), 'OrdersPage'),
})

/** `?client=5` opens that dialogue. */
const clients = createRoute({
  getParentRoute: () => project,
  path: '/clients',
  validateSearch: clientsSearch,
  component: lazyRouteComponent(() => import('../clients/index.ts'), 'ClientsPage'),
})

/** `?lead=5` opens that one; the rest of the address is the filter. */
const leads = createRoute({
  getParentRoute: () => project,
  path: '/leads',
  validateSearch: leadsSearch,
  component: lazyRouteComponent(() => import('../leads/index.ts'), 'LeadsPage'),
})

/** The address is its filter. */
const payments = createRoute({
  getParentRoute: () => project,
  path: '/payments',
  validateSearch: paymentsSearch,
  component: lazyRouteComponent(() => import('../payments/index.ts'), 'PaymentsPage'),
})

/** The log of calls; the rest of the address is its filter, or another view. */
const telephony = createRoute({
  getParentRoute: () => project,
  path: '/telephony',
  validateSearch: telephonySearch,
  component: lazyRouteComponent(() => import('../telephony/index.ts'), 'TelephonyPage'),
})

const lists = createRoute({
  getParentRoute: () => project,
  path: '/lists',
  validateSearch: listsSearch,
  component: lazyRouteComponent(() => import('../lists/index.ts'), 'ListsPage'),
})

/** `?broadcast=5` opens that one; `?new=1&list=3` begins one for a list. */
const broadcasts = createRoute({
  getParentRoute: () => project,
  path: '/broadcasts',
  validateSearch: broadcastsSearch,
  component: lazyRouteComponent(() => import('../broadcasts/index.ts'), 'BroadcastsPage'),
})

const tasks = createRoute({
  getParentRoute: () => project,
  path: '/tasks',
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('../tasks/index.ts'), 'TasksPage'),
})

/** Calendar and set-up of a branch; `?visit=5` opens that visit. */
const booking = createRoute({
  getParentRoute: () => project,
  path: '/booking',
  validateSearch: bookingSearch,
  component: lazyRouteComponent(() => import('../booking/index.ts'), 'BookingPage'),
})

const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/index.ts'), 'SettingsPage'),
})

/** A page of the settings; which there are says `settings/parts.ts`. */
const settingsPart = createRoute({ getParentRoute: () => settings, path: '/$part' })

export const router = createRouter({
  routeTree: root.addChildren([
    projects,
    account,
    installation,
    setUp,
    invitation,
    passwordReset,
    project.addChildren([
      editor.addChildren([funnel, versions]),
      clients,
      orders,
      payments,
      leads,
      telephony,
      tasks,
      booking,
      lists,
      broadcasts,
      settings.addChildren([settingsPart]),
    ]),
  ]),
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
