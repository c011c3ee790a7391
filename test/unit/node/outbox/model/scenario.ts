import fc, { type Arbitrary } from 'fast-check'
import type { SimulatorOptions } from '../../../../simulator/simulator'
import { anyClockChange, anyEnd, anyWait } from './laptopSteps'
import { anyChangeOfOthers } from './otherSteps'
import type { Step } from './step'
import { anyConnectionChange, anyTrouble } from './troubleSteps'
import { anyDecision, anySave } from './workSteps'

type GroupList = NonNullable<SimulatorOptions['groupList']>

/** What a kind of scenario is about. */
export interface Setting {
  /** How much of the work is about groups, from 0 to 10. */
  readonly groups: number
  /** Whether somebody else is at work as well. */
  readonly others: boolean
  /** What the server may have in the place of its list of groups. */
  readonly groupLists: readonly GroupList[]
}

export interface Scenario {
  readonly groupList: GroupList
  /** Whether the technician has looked at all the things before. */
  readonly hasLooked: boolean
  readonly steps: readonly Step[]
}

export const settings = {
  alone: { groups: 3, others: false, groupLists: [true] },
  amongOthers: { groups: 2, others: true, groupLists: [true] },
  groups: { groups: 8, others: true, groupLists: [true] },
  withoutGroupList: { groups: 6, others: true, groupLists: [403, 404, 405] }
} as const satisfies Record<string, Setting>

export function anyScenario({ groups, others, groupLists }: Setting): Arbitrary<Scenario> {
  const anyStep = fc.oneof(
    { weight: 6, arbitrary: anySave(groups) },
    { weight: 4, arbitrary: anyTrouble },
    { weight: 3, arbitrary: anyWait },
    { weight: 3, arbitrary: anyDecision },
    { weight: others ? 4 : 0, arbitrary: anyChangeOfOthers },
    { weight: 3, arbitrary: anyConnectionChange },
    { weight: 2, arbitrary: anyEnd },
    { weight: 1, arbitrary: anyClockChange }
  )
  return fc.record({
    groupList: fc.constantFrom(...groupLists),
    hasLooked: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    steps: fc.array(anyStep, { minLength: 4, maxLength: 20 })
  })
}
