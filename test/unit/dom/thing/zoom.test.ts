import { expect, test } from 'vitest'
import { isPossible, wholeTime, zoomed, zoomSteps, type Zoom, type ZoomStep } from '@/thing/messages/charts/zoom'

test.each<[from: Zoom, step: ZoomStep, to: Zoom]>([
  [wholeTime, 'in', { start: 25, end: 75 }],
  [{ start: 25, end: 75 }, 'in', { start: 37.5, end: 62.5 }],
  [{ start: 50, end: 50.6 }, 'in', { start: 50.05, end: 50.55 }],
  [{ start: 40, end: 60 }, 'out', { start: 30, end: 70 }],
  [{ start: 0, end: 60 }, 'out', wholeTime],
  [{ start: 90, end: 100 }, 'out', { start: 80, end: 100 }],
  [{ start: 40, end: 60 }, 'earlier', { start: 30, end: 50 }],
  [{ start: 5, end: 25 }, 'earlier', { start: 0, end: 20 }],
  [{ start: 40, end: 60 }, 'later', { start: 50, end: 70 }],
  [{ start: 75, end: 95 }, 'later', { start: 80, end: 100 }],
  [{ start: 40, end: 60 }, 'whole', wholeTime]
])('from %j, %s shows %j', (from, step, to) => {
  const { start, end } = zoomed(from, step)
  expect([start, end]).toEqual([expect.closeTo(to.start, 9), expect.closeTo(to.end, 9)])
})

test('a step that leads nowhere is known', () => {
  expect(zoomSteps.filter((step) => isPossible(wholeTime, step))).toEqual(['in'])
  expect(zoomSteps.filter((step) => isPossible({ start: 0, end: 50 }, step))).toEqual(['in', 'out', 'later', 'whole'])
})
