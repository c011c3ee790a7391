import { getHeapSpaceStatistics } from 'node:v8'
import { expect, it } from 'vitest'
import { keepHeapSmall } from '../../../../src/main/smallHeap'

const megabyte = 1024 * 1024

function young(): number {
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  return space?.space_size ?? Number.NaN
}

it('the young part of the heap does not grow with what is made and gone at once', () => {
  keepHeapSmall()
  const before = young()
  let kept: unknown[] = []
  for (let round = 0; round < 400; round++) {
    kept = Array.from({ length: 1000 }, (_, index) => ({ round, index, text: `${round} ${index}` }))
  }
  expect(kept).toHaveLength(1000)
  expect(young()).toBeLessThanOrEqual(before + megabyte)
})
