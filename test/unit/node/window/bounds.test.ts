import { describe, expect, it } from 'vitest'
import { placeWindow, type Area } from '../../../../src/main/window/bounds'

const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 }
const right: Area = { x: 1440, y: 0, width: 2560, height: 1400 }
const left: Area = { x: -1920, y: 0, width: 1920, height: 1040 }
const tiny: Area = { x: 0, y: 0, width: 800, height: 480 }

const was = (x: number, y: number, width = 1200, height = 800) => ({ x, y, width, height, maximized: false })

describe('where the window opens', () => {
  it.each<[string, ReturnType<typeof was> | null, Area[], object]>([
    ['the first time: in the middle', null, [laptop], { width: 1280, height: 820 }],
    ['the first time on a small screen: no larger than it', null, [tiny], { width: 800, height: 480 }],
    ['where it was', was(100, 60), [laptop], { x: 100, y: 60, width: 1200, height: 800 }],
    ['where it was, on another screen', was(1700, 100), [laptop, right], { x: 1700, y: 100, width: 1200, height: 800 }],
    [
      'where it was, left of the first screen',
      was(-1800, 0),
      [laptop, left],
      { x: -1800, y: 0, width: 1200, height: 800 }
    ],
    ['partly outside, as it was left', was(900, 60), [laptop], { x: 900, y: 60, width: 1200, height: 800 }],
    ['in the middle when its screen is gone', was(1700, 100), [laptop], { width: 1200, height: 800 }],
    ['in the middle when only a sliver would show', was(1400, 60), [laptop], { width: 1200, height: 800 }],
    ['in the middle when its title bar is below the screen', was(100, 899), [laptop], { width: 1200, height: 800 }],
    ['in the middle when its title bar is above the screen', was(100, -700), [laptop], { width: 1200, height: 800 }],
    [
      'a little lower when the bar of the system covers its title',
      was(100, 10),
      [laptop],
      { x: 100, y: 25, width: 1200, height: 800 }
    ],
    ['smaller when the screen is', was(100, 60, 2400, 1300), [laptop], { x: 100, y: 60, width: 1440, height: 875 }],
    ['larger than something unusable', was(100, 60, 3, 3), [laptop], { width: 900, height: 500 }],
    ['anywhere when no screen is known', was(100, 60), [], { width: 1200, height: 800 }],
    ['far out', was(2 ** 40, -(2 ** 40)), [laptop, right], { width: 1200, height: 800 }]
  ])('%s', (_name, remembered, screens, expected) => {
    expect(placeWindow(remembered, screens)).toEqual(expected)
  })
})
