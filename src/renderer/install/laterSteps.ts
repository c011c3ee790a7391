import CommandStep from './command/CommandStep.vue'
import GroupStep from './group/GroupStep.vue'
import SeeStep from './see/SeeStep.vue'
import FinishStep from './steps/FinishStep.vue'
import StatusStep from './steps/StatusStep.vue'
import VerifyStep from './verify/VerifyStep.vue'
import type { ThingStep } from './workflow'

/** What the steps show once there is a thing. */
export const laterSteps = {
  see: SeeStep,
  group: GroupStep,
  status: StatusStep,
  command: CommandStep,
  verify: VerifyStep,
  finish: FinishStep
} as const satisfies Record<ThingStep, unknown>
