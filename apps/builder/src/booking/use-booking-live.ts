import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '../app/live.ts'
import { useProject } from '../app/project-context.tsx'
import { calendarsKey } from './booking.queries.ts'

/** The screens of booking follow what others do: clients on the public page, the bot, other employees. */
export function useBookingLive(): void {
  const { id: projectId } = useProject()
  const queries = useQueryClient()
  useLive(projectId, (event) => {
    switch (event.type) {
      case 'hello':
        return void queries.invalidateQueries({ queryKey: ['booking', projectId] })
      case 'booking-setup-changed':
        void queries.invalidateQueries({ queryKey: ['booking', projectId, 'branches'] })
        return void queries.invalidateQueries({
          predicate: ({ queryKey: [feature, project, what, branch] }) =>
            feature === 'booking' &&
            project === projectId &&
            (what === 'setup' || what === 'calendar') &&
            (event.branch === null || branch === event.branch),
        })
      case 'booking-changed':
        void queries.invalidateQueries({ queryKey: ['booking', projectId, 'visit', event.order] })
        void queries.invalidateQueries({ queryKey: ['booking', projectId, 'times'] })
        // An employee of several branches is busy in all of them.
        return void queries.invalidateQueries({ queryKey: calendarsKey(projectId, event.branch).slice(0, 3) })
      default:
        return undefined
    }
  })
}
