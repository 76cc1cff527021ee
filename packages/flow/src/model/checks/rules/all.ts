import type { Check } from '../check.ts'
import { actionNotRun } from './action-not-run.ts'
import { actionUnknownTarget } from './action-unknown-target.ts'
import { actionWithoutTarget } from './action-without-target.ts'
import { argumentCount } from './argument-count.ts'
import { arrowFromNothing } from './arrow-from-nothing.ts'
import { arrowToNothing } from './arrow-to-nothing.ts'
import { badButtonCode } from './bad-button-code.ts'
import { badDelay } from './bad-delay.ts'
import { badMoment } from './bad-moment.ts'
import { badRequest } from './bad-request.ts'
import { badSettingName } from './bad-setting-name.ts'
import { badSubstitution } from './bad-substitution.ts'
import { badTimeZone } from './bad-time-zone.ts'
import { badVariableName } from './bad-variable-name.ts'
import { brokenButton } from './broken-button.ts'
import { buttonWithoutCaption } from './button-without-caption.ts'
import { commentWithArrows } from './comment-with-arrows.ts'
import { comparisonError } from './comparison-error.ts'
import { dataWithDelay } from './data-with-delay.ts'
import { dataWithoutVariable } from './data-without-variable.ts'
import { deadArrow } from './dead-arrow.ts'
import { deadEnd } from './dead-end.ts'
import { emptyAttachment } from './empty-attachment.ts'
import { equalPriority } from './equal-priority.ts'
import { greetsAlways } from './greets-always.ts'
import { idleBlock } from './idle-block.ts'
import { invalidPattern } from './invalid-pattern.ts'
import { messengerLimit } from './messenger-limit.ts'
import { nameAsText } from './name-as-text.ts'
import { neverMatches } from './never-matches.ts'
import { noEntry } from './no-entry.ts'
import { plainText } from './plain-text.ts'
import { samePhrase } from './same-phrase.ts'
import { scriptError } from './script-error.ts'
import { unknownBlock } from './unknown-block.ts'
import { unknownFunction } from './unknown-function.ts'
import { unknownVariable } from './unknown-variable.ts'
import { unreachableBlock } from './unreachable-block.ts'
import { vagueCallback } from './vague-callback.ts'
import { waitsInNonstate } from './waits-in-nonstate.ts'
import { zeroDelayCycle } from './zero-delay-cycle.ts'

/** Every check, by name. Adding one is its file and a line here. */
export const checks: readonly Check[] = [
  actionNotRun,
  actionUnknownTarget,
  actionWithoutTarget,
  argumentCount,
  arrowFromNothing,
  arrowToNothing,
  badButtonCode,
  badDelay,
  badMoment,
  badRequest,
  badSettingName,
  badSubstitution,
  badTimeZone,
  badVariableName,
  brokenButton,
  buttonWithoutCaption,
  commentWithArrows,
  comparisonError,
  dataWithDelay,
  dataWithoutVariable,
  deadArrow,
  deadEnd,
  emptyAttachment,
  equalPriority,
  greetsAlways,
  idleBlock,
  invalidPattern,
  messengerLimit,
  nameAsText,
  neverMatches,
  noEntry,
  plainText,
  samePhrase,
  scriptError,
  unknownBlock,
  unknownFunction,
  unknownVariable,
  unreachableBlock,
  vagueCallback,
  waitsInNonstate,
  zeroDelayCycle,
]
