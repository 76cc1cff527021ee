import type { Endpoint } from '@voronka/api'
import type { Installation } from '../installation.ts'
import { answer, type Route } from './answer.ts'
import type { Actor } from './actor.ts'

/** As `answer`, for what belongs to a project that has to be there: 404 when it is not, or is in the bin. */
export const answerInProject = <In extends { readonly projectId: number }, Out>(
  endpoint: Endpoint<In, Out>,
  handle: (input: In, installation: Installation, actor: Actor) => Promise<Out>,
): Route =>
  answer(endpoint, async (input, installation, actor) => {
    await installation.projects.find(input.projectId)
    return handle(input, installation, actor)
  })
