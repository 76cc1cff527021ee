import type { Step } from '@voronka/flow/engine'
import { failure } from '../errors.ts'
import type { WorkContext } from '../worker/context.ts'

/** The zone and the language of a project, as its draft has them. */
export const projectFacts = ({ flows }: Pick<WorkContext, 'flows'>) =>
  function* (project: number): Step<{ readonly timezone: string; readonly language: 'ru' | 'en' }> {
    const flow = yield* flows.draft(project)
    if (!flow) throw failure('project-not-found', project)
    const { timezone, language } = flow.project.settings
    return { timezone, language }
  }
