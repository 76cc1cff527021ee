export { ProjectsPage } from './ProjectsPage.tsx'
export { ImportDialog } from './ImportDialog.tsx'
