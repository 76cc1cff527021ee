/** The people of a project as the server knows them; `members-changed` makes them old. */
import { listApiKeys, listInvitations, listMembers, listRoles } from '@voronka/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../app/call.ts'

export const peopleKey = (projectId: number) => ['people', projectId] as const

export const membersQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...peopleKey(projectId), 'members'],
    queryFn: ({ signal }) => call(listMembers, { projectId }, { signal }).then(({ members }) => members),
  })

export const invitationsQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...peopleKey(projectId), 'invitations'],
    queryFn: ({ signal }) => call(listInvitations, { projectId }, { signal }).then(({ invitations }) => invitations),
  })

export const rolesQuery = (projectId: number) =>
  queryOptions({
    queryKey: [...peopleKey(projectId), 'roles'],
    queryFn: ({ signal }) => call(listRoles, { projectId }, { signal }).then(({ roles }) => roles),
  })

export const keysQuery = (projectId: number) =>
  queryOptions({
    queryKey: ['keys', projectId],
    queryFn: ({ signal }) => call(listApiKeys, { projectId }, { signal }).then(({ keys }) => keys),
  })
