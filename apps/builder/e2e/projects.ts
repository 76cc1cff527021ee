/** Projects made over the API: what a test begins with when making it is not what it tests. */
import { createProject, listChannels, publishDraft } from '@voronka/api'
import type { Server } from './server.ts'

/** A project of these blocks and arrows in the file's own form; gives its id. */
export async function makeProject({ api }: Server, file: object): Promise<number> {
  const answer = await api('POST', '/api/projects', { file: { format: 1, ...file } })
  return createProject.output.parse(answer).id
}

export async function makeExample({ api }: Server, starter: string, language: 'ru' | 'en' = 'en'): Promise<number> {
  return createProject.output.parse(await api('POST', '/api/projects', { starter, language })).id
}

/** Publishes the draft as it is and gives the address of the public chat. */
export async function publish(server: Server, project: number): Promise<string> {
  const { revision } = createProject.output.parse(await server.api('GET', `/api/projects/${project}`))
  publishDraft.output.parse(await server.api('POST', `/api/projects/${project}/publish`, { revision }))
  return chatPath(server, project)
}

export async function chatPath({ api }: Server, project: number): Promise<string> {
  const { channels } = listChannels.output.parse(await api('GET', `/api/projects/${project}/channels`))
  const channel = channels.find(({ kind }) => kind === 'web')
  if (!channel) throw new Error('The project has no web chat.')
  return channel.path
}
