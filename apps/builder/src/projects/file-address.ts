/** Where the file of a project is downloaded: of its draft, or of one version. */
export const fileAddress = (projectId: number, version?: number): string =>
  `/api/projects/${projectId}/file${version === undefined ? '' : `?version=${version}`}`
