import * as contract from '@voronka/api'
import { toText } from '@voronka/calculator'
import { accepted, answer, type Route } from '../http/answer.ts'

const ok = { ok: true } as const

/** Every endpoint of `packages/api/src/projects.ts`. */
export const projectRoutes: readonly Route[] = [
  answer(contract.listProjects, async (_input, { projects }, { account }) => ({
    projects: account === null ? [] : await projects.list(account),
  })),
  answer(contract.createProject, (input, { projects }, actor) => projects.create(input, actor)),
  answer(contract.getProject, ({ projectId }, { projects }) => projects.find(projectId)),
  answer(contract.deleteProject, async ({ projectId }, { projects }, actor) => {
    await projects.remove(projectId, actor)
    return ok
  }),
  answer(contract.restoreProject, ({ projectId }, { projects }, actor) => projects.restore(projectId, actor)),
  answer(contract.getDraft, ({ projectId }, { projects }) => projects.draft(projectId)),
  (router, installation) => {
    const { path, read } = contract.downloadFile
    router.get(path, async (req, res) => {
      const { projectId, version } = accepted(read({ params: req.params, query: req.query, body: undefined }))
      const file = await installation.projects.file(projectId, version)
      const name = `project-${projectId}${version === undefined ? '' : `-version-${version}`}.json`
      res.type('application/json').attachment(name).send(file)
    })
  },
  answer(contract.importCrm, async ({ projectId, crm }, { projects }, actor) => {
    const { states, lists, labels, added, notMembers } = await projects.bringInCrm(projectId, crm, actor)
    return { states: [...states], lists: [...lists], labels: [...labels], added, notMembers: [...notMembers] }
  }),
  answer(contract.editDraft, ({ projectId, ...change }, { projects }) => projects.edit(projectId, change)),
  answer(contract.publishDraft, ({ projectId, ...publication }, { projects }, actor) => projects.publish(projectId, publication, actor)),
  answer(contract.listVersions, async ({ projectId }, { projects }) => ({ versions: await projects.versions(projectId) })),
  answer(contract.getVersion, ({ projectId, version }, { projects }) => projects.version(projectId, version)),
  answer(contract.restoreVersion, ({ projectId, version, ...from }, { projects }, actor) =>
    projects.restoreVersion(projectId, version, from, actor),
  ),
  answer(contract.listProjectVariables, async ({ projectId }, { projects }) => ({
    variables: [...(await projects.variables(projectId))].map(([name, value]) => ({ name, value: toText(value) })),
  })),
  answer(contract.setProjectVariable, async ({ projectId, name, value }, { projects }, actor) => {
    await projects.setVariable(projectId, name, value, actor)
    return ok
  }),
  answer(contract.listChannels, async ({ projectId }, { projects }) => ({ channels: await projects.channels(projectId) })),
  answer(contract.updateChannel, ({ projectId, key, ...fields }, { projects }, actor) =>
    projects.updateChannel(projectId, key, fields, actor),
  ),
  answer(contract.listLog, async ({ projectId }, { projects }) => ({ entries: await projects.log(projectId) })),
]
