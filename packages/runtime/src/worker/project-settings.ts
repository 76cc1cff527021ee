import type { Project } from '@voronka/flow'
import type { Step } from '@voronka/flow/engine'
import type { WorkContext } from './context.ts'

type Language = Project['settings']['language']

/** The time zone of a project: of what clients run, else of the draft. */
export function* zoneOfProject(context: Pick<WorkContext, 'flows'>, project: number): Step<string> {
  return (yield* settingsOf(context, project))?.timezone ?? 'UTC'
}

/** The language in which a project speaks to those who work in it. */
export function* languageOfProject(context: Pick<WorkContext, 'flows'>, project: number): Step<Language> {
  return (yield* settingsOf(context, project))?.language ?? 'ru'
}

function* settingsOf({ flows }: Pick<WorkContext, 'flows'>, project: number): Step<Project['settings'] | undefined> {
  return ((yield* flows.published(project)) ?? (yield* flows.draft(project)))?.project.settings
}
