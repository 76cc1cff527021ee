import type { Permissions } from '@voronka/api'
import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Rights } from './rights.ts'

/** The project that is open, whatever screen of it is shown. */
export interface ProjectInfo {
  readonly id: number
  readonly name: string
  /** The role that the person has here, and what it opens. */
  readonly role: string
  readonly permissions: Permissions
  readonly rights: Rights
}

const ProjectContext = createContext<ProjectInfo | undefined>(undefined)

export const ProjectProvider = ({ project, children }: { project: ProjectInfo; children: ReactNode }) => (
  <ProjectContext value={project}>{children}</ProjectContext>
)

export function useProject(): ProjectInfo {
  const project = useContext(ProjectContext)
  if (!project) throw new Error('There is no open project here: this belongs below OpenProject.')
  return project
}

/** What the person may do here. */
export const useRights = (): Rights => useProject().rights
