import type { FunctionDefinition } from '../define-function.ts'
import { addLabel } from './add-label.ts'
import { countOfClientsWithLabel } from './count-of-clients-with-label.ts'
import { createLabel } from './create-label.ts'
import { createLabelIfNotExist } from './create-label-if-not-exist.ts'
import { findClientsByMultipleLabels } from './find-clients-by-multiple-labels.ts'
import { getAllClientLabels } from './get-all-client-labels.ts'
import { hasClientMultipleLabels } from './has-client-multiple-labels.ts'
import { hasLabel } from './has-label.ts'
import { removeLabel } from './remove-label.ts'
import { removeLabelEverywhere } from './remove-label-everywhere.ts'
import { removeLabelFromProject } from './remove-label-from-project.ts'
import { removeMultipleClientLabels } from './remove-multiple-client-labels.ts'

export const labelFunctions: readonly FunctionDefinition[] = [
  addLabel,
  countOfClientsWithLabel,
  createLabel,
  createLabelIfNotExist,
  findClientsByMultipleLabels,
  getAllClientLabels,
  hasClientMultipleLabels,
  hasLabel,
  removeLabel,
  removeLabelEverywhere,
  removeLabelFromProject,
  removeMultipleClientLabels,
]
