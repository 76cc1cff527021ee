export { PublishDialog } from './PublishDialog.tsx'
export { ChatLink } from './ChatLink.tsx'
export { ProblemList } from './ProblemList.tsx'
