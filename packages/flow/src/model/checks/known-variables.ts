import { builtinNames } from '@voronka/calculator'
import { serviceVariables } from './service-variables.ts'
import type { Survey } from './survey.ts'

export interface KnownVariables {
  /** Written out somewhere. */
  readonly names: ReadonlySet<string>
  has(name: string): boolean
  /** False when some script makes variables whose names are known only while it runs. */
  readonly complete: boolean
}

/**
 * Every variable that can have a value: built-in and service variables, those of the settings, those that arrows collect or requests save, and those that scripts
 * write, by assignment or by a function. Scopes are not told apart: who reads `client.x` and writes `x` usually knows why.
 */
export function knownVariables({ project, things }: Survey): KnownVariables {
  const { constants, variables } = project.settings
  const names = new Set([...builtinNames, ...constants, ...variables].map(({ name }) => name))
  for (const name of serviceVariables) names.add(name)
  const patterns: RegExp[] = []
  let complete = true

  for (const { collectsData, variable } of project.arrows) if (collectsData) names.add(withoutScope(variable.trim()))
  for (const { request } of project.blocks) for (const { variable } of request?.saved ?? []) names.add(withoutScope(variable.trim()))
  for (const { digest } of things) {
    for (const written of digest.writes) {
      for (const name of written.names) names.add(name)
      patterns.push(...written.patterns)
      complete &&= written.complete
    }
  }
  return { names, complete, has: (name) => names.has(name) || patterns.some((pattern) => pattern.test(name)) }
}

const withoutScope = (name: string): string => name.replace(/^(client|клиент|project|проект)\s*\.\s*/, '')
