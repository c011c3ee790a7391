import { expect, it } from 'vitest'
import type { Stack } from '@shared/domain/stack'
import type { KnownStacks } from '../../../../src/main/ports/settingsStore'
import { withPolicyStacks } from '../../../../src/main/stacks/policyStacks'
import { Laptop } from '../laptop/laptop'
import { problemOfPromise } from '../laptop/problemKind'

const given = { name: 'Nordlys', baseUrl: 'https://nordlys.example/v1', clientId: 'installer' }
const own: Stack = { id: 'own', name: 'Harbour', baseUrl: 'https://harbour.example/v1', clientId: 'me' }
const known = (stacks: Stack[], activeStackId: string | null = null): KnownStacks => ({ stacks, activeStackId })

it.each<[string, KnownStacks, KnownStacks]>([
  ['comes to a fresh laptop, which works in it', known([]), known([{ ...given, id: 'new' }], 'new')],
  ['comes beside a person’s own', known([own], 'own'), known([own, { ...given, id: 'new' }], 'own')],
  [
    'that a person had set up keeps its id and takes the given name',
    known([{ ...given, id: 'old', name: 'My customer' }, own], 'own'),
    known([{ ...given, id: 'old' }, own], 'own')
  ],
  [
    'does not take the name of another',
    known([{ ...own, name: 'nordlys' }], 'own'),
    known(
      [
        { ...own, name: 'nordlys' },
        { ...given, id: 'new', name: 'Nordlys (2)' }
      ],
      'own'
    )
  ],
  [
    'at another address is another stack',
    known([{ ...given, id: 'old', baseUrl: 'https://old.example' }], 'old'),
    known(
      [
        { ...given, id: 'old', baseUrl: 'https://old.example' },
        { ...given, id: 'new', name: 'Nordlys (2)' }
      ],
      'old'
    )
  ]
])('a given stack %s', (_, before, after) => {
  expect(withPolicyStacks(before, [given], () => 'new')).toEqual(after)
  expect(withPolicyStacks(after, [given], () => 'again')).toEqual(after)
})

it('what a policy no longer names stays, as the person’s own', () => {
  expect(withPolicyStacks(known([{ ...given, id: 'old' }], 'old'), [], () => 'new').stacks).toHaveLength(1)
})

it('of a given stack only the secret is the person’s', async () => {
  const laptop = await Laptop.bare()
  const { url: baseUrl, clientId, clientSecret } = laptop.cloud
  laptop.givenStacks = [{ name: 'Nordlys', baseUrl, clientId }]
  await laptop.restart({ patient: false })
  const { stacks } = laptop.app
  const [stack] = await stacks.list()
  if (stack === undefined) throw new Error('the given stack is not there')
  expect(stack).toMatchObject({ name: 'Nordlys', secret: 'missing', active: true })
  const entry = { id: stack.id, name: 'Nordlys', baseUrl, clientId, clientSecret: null, keep: 'keychain' } as const

  for (const change of [{ name: 'Mine' }, { clientId: 'other' }, { baseUrl: 'https://elsewhere.example' }]) {
    expect(await problemOfPromise(stacks.save({ ...entry, ...change }))).toBe('set_by_policy')
  }
  expect(await problemOfPromise(stacks.save({ ...entry, id: null, name: 'A second one' }))).toBe('set_by_policy')
  expect(await problemOfPromise(stacks.remove(stack.id))).toBe('set_by_policy')
  expect(await problemOfPromise(stacks.giveUp(stack.id, 1))).toBe('set_by_policy')

  expect(await stacks.save({ ...entry, clientSecret })).toMatchObject({ secret: 'keychain' })
})
