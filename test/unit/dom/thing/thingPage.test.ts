import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { AlertPeriod, ListOf, Reading } from '@shared/domain/thing'
import type { Problem } from '@shared/domain/problem'
import { useInstallStore } from '@/install/installStore'
import { useSessionStore } from '@/stores/session'
import ThingPage from '@/thing/ThingPage.vue'
import { ok, sessionOf } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { actionOf, failed, otherTuid, remembered, tuid } from '../install/fixtures'
import {
  asked,
  channels,
  day,
  health,
  hour,
  info,
  list,
  live,
  mesh,
  open,
  page,
  sign,
  text,
  thingKnownAs,
  type Known
} from './thingBench'

describe('the page of a thing', () => {
  test('asks for all it needs at once, each part once', async () => {
    const installer = thingKnownAs()
    const { router } = show(ThingPage)
    await router.push(`/things/${tuid}`)
    await useSessionStore().start()
    expect(asked(installer).toSorted()).toEqual(channels.map((name) => `things:${name}`).toSorted())
    await flushPromises()
    for (const section of ['alerts', 'installations', 'overview']) {
      await router.replace(`/things/${tuid}/${section}`)
      await flushPromises()
    }
    expect(asked(installer)).toHaveLength(5)
  })

  test('gives up what it still waits for when it shows another thing', async () => {
    const installer = thingKnownAs()
    installer.answers['things:general'] = () => new Promise(() => undefined)
    const { router } = await open()
    await router.push(`/things/${otherTuid}`)
    await flushPromises()
    const [first] = installer.inputsOf('things:general') as { ticket: string }[]
    expect(installer.inputsOf('things:cancel')).toEqual([{ tickets: [first?.ticket] }])
  })

  test('shows state, group, gateway and position', async () => {
    thingKnownAs()
    await open()
    expect(document.querySelector('h1')?.textContent).toBe('Environment sensor')
    expect(page()).toMatch(/Installation status ?Installed.*by anna/)
    expect(page()).toMatch(/Group ?prfi00hq/)
    expect(page()).toContain('65.01000, 25.52000')
    expect(page()).toMatch(/Software ?2024\.06/)
    expect(button('TSGW04EZU30801122').getAttribute('href')).toBe('/things/TSGW04EZU30801122')
  })

  test('has what is saved here and still waits on top', async () => {
    const installer = thingKnownAs()
    installer.queue.put([actionOf({ type: 'group', tuid, groupId: 'prfi00annex' })])
    await open()
    expect(page()).toMatch(/Saved here on top of that.*Put in prfi00annex.*Saved here, will be sent/)
  })

  test('shows what an action of ours has made true as soon as it has', async () => {
    const installer = thingKnownAs()
    const action = actionOf({ type: 'group', tuid, groupId: 'prfi00annex' })
    installer.queue.put([action])
    await open()
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00annex' }))
    installer.change({ ...action, state: 'done', receipt: { at: Date.now(), by: 'answer', responsible: null } })
    await flushPromises()
    expect(page()).toMatch(/Group ?prfi00annex/)
    expect(page()).not.toContain('Saved here on top of that')
  })

  test('has one part that fails beside all others', async () => {
    const installer = thingKnownAs()
    installer.answers['things:group'] = () => ok(failed('server_error'))
    await open()
    expect(page()).toMatch(/Group.*The server answered with an error/)
    expect(page()).toContain('In good health')
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
    button('Try again').click()
    await flushPromises()
    expect(page()).toMatch(/Group ?prfi00hq/)
  })

  test('says offline what was last seen, and from when', async () => {
    const installer = thingKnownAs()
    installer.answers['session:get'] = () => ok(sessionOf({ connection: 'offline' }))
    const at = Date.now() - 30 * day
    installer.answers['things:general'] = () => ok(remembered({ ...info, lastHeardAt: at - hour }, at))
    installer.answers['things:installations'] = () =>
      ok(remembered(list({ status: 'installed', at: at - day, responsible: null }), at))
    installer.answers['things:group'] = () => ok(remembered({ groupId: 'prfi00hq' }, at))
    installer.answers['things:alerts'] = () => ok(remembered(list(), at))
    installer.answers['things:signal'] = () => ok(remembered(list(mesh(-60)), at))
    await open()
    expect(page()).toContain('The server cannot be reached.')
    expect(page().match(/as of \d/g)).toHaveLength(5)
    // It had been heard an hour before it was last asked for.
    expect(health()).toContain('In good health')
  })

  describe('without a connection, after an action of ours has come true', () => {
    const at = Date.now() - day

    async function openOffline(seen: boolean, by: 'answer' | 'person' = 'answer', confirmedAt = at + hour) {
      const installer = thingKnownAs()
      installer.answers['session:get'] = () => ok(sessionOf({ connection: 'offline' }))
      const history = list({ status: 'new', at: at - day, responsible: null })
      installer.answers['things:installations'] = () => ok(seen ? remembered(history, at) : failed('offline'))
      installer.answers['things:group'] = () => ok(seen ? remembered({ groupId: 'prfi00old' }, at) : failed('offline'))
      const done = { state: 'done', receipt: { at: confirmedAt, by, responsible: null } } as const
      installer.queue.put([
        actionOf({ type: 'status', tuid, status: 'installed' }, done),
        actionOf({ type: 'group', tuid, groupId: 'prfi00annex' }, done)
      ])
      await open()
    }

    test.each([
      ['was seen before that', true],
      ['was never seen', false]
    ])('shows that of a thing that %s', async (_, seen) => {
      await openOffline(seen)
      expect(page()).toMatch(/Installation status ?Installed ?Confirmed/)
      expect(page()).toMatch(/Group ?prfi00annex ?Confirmed/)
      expect(page()).not.toMatch(/New|prfi00old/)
    })

    test.each<[string, Parameters<typeof openOffline>]>([
      ['was read after that', [true, 'answer', at - hour]],
      ['was only settled by a person', [true, 'person']]
    ])('shows what was seen when it %s', async (_, how) => {
      await openOffline(...how)
      expect(page()).toMatch(/Installation status ?as of .*New/)
      expect(page()).toMatch(/Group ?as of .*prfi00old/)
    })
  })

  test('marks what was read live as from then, once the connection is gone', async () => {
    const installer = thingKnownAs()
    await open()
    expect(page()).not.toContain('as of')
    installer.emit('session:changed', sessionOf({ connection: 'offline' }))
    await flushPromises()
    expect(page().match(/as of \d/g)).toHaveLength(5)
  })

  test('says of a thing the stack does not know exactly that, once', async () => {
    const installer = thingKnownAs()
    for (const name of channels) installer.answers[`things:${name}`] = () => ok(failed('not_found'))
    await open()
    expect(page().match(/This stack does not know/g)).toHaveLength(1)
    expect(health()).toMatch(/^Health ?Not known/)
    expect(health()).not.toContain('The server does not say')
  })

  test('begins the install flow for this thing', async () => {
    thingKnownAs()
    const { router } = await open()
    button('Install or change this thing').click()
    await expect.poll(() => router.currentRoute.value.name).toBe('install')
    expect(useInstallStore().thing).toMatchObject({ tuid, step: 'see' })
  })

  test('asks for nothing twice when the install page has just read it', async () => {
    const installer = thingKnownAs()
    const { router } = await open()
    button('Install or change this thing').click()
    await expect.poll(() => router.currentRoute.value.name).toBe('install')
    await router.push(`/things/${tuid}`)
    await flushPromises()
    // Only the messages, which the page does not show, are the install page's own.
    expect(asked(installer)).toHaveLength(6)
  })

  test.each(['tspd04esy93100802', 'short', 'TSPD04ESY93100802TSPD04ESY93100802', 'TSPD04-ESY93100802'])(
    'of “%s” is no page of a thing, and leads back',
    async (wrong) => {
      const installer = thingKnownAs()
      const { router } = await open(`/things/${wrong}`)
      expect(page()).toContain(`“${wrong}” is no TUID`)
      expect(asked(installer)).toEqual([])
      button('Look among the things').click()
      await expect.poll(() => router.currentRoute.value.name).toBe('things')
    }
  )

  test('leaves the other parts standing when one of them cannot be drawn', async () => {
    const installer = thingKnownAs()
    // What main would never let through: it stands for any mistake of our own.
    const broken = { value: { items: null, unreadable: 0 }, asOf: 1, live: true, problem: null }
    installer.answers['things:alerts'] = () => ok(broken as unknown as Reading<ListOf<AlertPeriod>>)
    await open()
    expect(page()).toContain('This cannot be shown')
    expect(page()).toContain('In good health')
    expect(page()).toMatch(/Group ?prfi00hq/)
    expect(installer.inputsOf('app:reportError')).not.toEqual([])
    installer.answers['things:alerts'] = () => ok(live(list()))
    button('Read again').click()
    await flushPromises()
    expect(page()).not.toContain('This cannot be shown')
  })

  test('speaks Finnish', async () => {
    thingKnownAs({ general: { lastHeardAt: Date.now() - 3 * hour } })
    await open(`/things/${tuid}`, 'fi')
    expect(health()).toContain('Vaatii toimia')
    expect(health()).toContain('yli 2 tunnin hiljaisuus')
  })
})

describe('health', () => {
  test.each<[what: string, known: Known, verdict: string, because: string]>([
    ['a well thing', {}, 'In good health', ''],
    ['silence', { general: { lastHeardAt: Date.now() - 3 * hour } }, 'In trouble', 'It has been silent for too long.'],
    ['a low battery', { general: { batteryLevel: 14 } }, 'Needs attention soon', 'Its battery is low.'],
    ['an empty battery', { general: { batteryLevel: 6 } }, 'In trouble', 'Its battery is nearly empty.'],
    ['a poor signal', { signal: list(mesh(-91)) }, 'Needs attention soon', 'Its signal is poor.'],
    ['nothing heard of', { general: { lastHeardAt: null } }, 'In trouble', 'It was never heard.'],
    [
      'a new thing',
      { general: { lastHeardAt: null }, installations: list() },
      'Not known',
      'It was never heard, and is not in use.'
    ]
  ])('of %s has its verdict and the reason', async (_what, known, verdict, because) => {
    thingKnownAs(known)
    await open()
    expect(health()).toContain(verdict)
    expect(health()).toContain(because)
  })

  test('says of each sign what is known and by which rule it is judged', async () => {
    thingKnownAs({
      general: { batteryLevel: 14, lastHeardAt: Date.now() - 3 * hour },
      signal: list(mesh(-80))
    })
    await open()
    expect(sign('heard')).toMatch(/Last heard ?3 hours ago · .*more than 2 h of silence is not normal/)
    expect(sign('battery')).toMatch(/Power ?14 %, low, replace it soon ?Low from 20 % down\./)
    expect(sign('signal')).toMatch(/Signal ?Mesh -80 dBm, fair ?Good would be above -70 dBm, measured 1 hour ago/)
  })

  test('waits for what it rests on', async () => {
    const installer = thingKnownAs()
    installer.answers['things:installations'] = () => new Promise(() => undefined)
    await open()
    expect(health()).not.toContain('In good health')
  })
})

describe('position', () => {
  test('is opened outside only after a word', async () => {
    const installer = thingKnownAs()
    installer.answers['app:openExternal'] = () => ok(undefined)
    await open()
    button('Open in maps').click()
    await flushPromises()
    expect(installer.inputsOf('app:openExternal')).toEqual([])
    const dialog = document.querySelector('[role=alertdialog]')
    expect(text(dialog)).toContain('https://www.openstreetmap.org/?mlat=65.01000&mlon=25.52000')
    dialog?.querySelector<HTMLElement>('[type=submit]')?.closest('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(installer.inputsOf('app:openExternal')).toEqual([
      { url: 'https://www.openstreetmap.org/?mlat=65.01000&mlon=25.52000#map=17/65.01000/25.52000' }
    ])
  })
})

describe('installation history', () => {
  test('has every status with time and who, unknown ones as the server writes them', async () => {
    const at = Date.now() - 2 * day
    thingKnownAs({
      installations: {
        items: [
          { status: 'on holiday', at, responsible: 'anna' },
          { status: 'installed', at: null, responsible: null },
          { status: 'installed', at: null, responsible: null }
        ],
        unreadable: 1
      }
    })
    await open(`/things/${tuid}/installations`)
    const rows = [...document.querySelectorAll('ol[aria-label="Installation history"] > li')].map(text)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatch(/^on holiday ?now ?A status this app does not know.*2 days ago ?by anna$/)
    expect(rows[1]).toMatch(/^Installed ?It is not known since when ?It is not known by whom$/)
    expect(page()).toContain('1 entry could not be read.')
  })

  test('has what is queued on top, and says when there is nothing else', async () => {
    const installer = thingKnownAs({ installations: list() })
    installer.queue.put([
      actionOf({ type: 'status', tuid, status: 'installed' }),
      actionOf({ type: 'group', tuid, groupId: 'prfi00annex' })
    ])
    await open(`/things/${tuid}/installations`)
    expect(page()).toMatch(/Set installed.*Saved here, will be sent/)
    expect(page()).not.toContain('prfi00annex')
    expect(page()).toContain('No status recorded yet')
  })
})

test('a problem with the signal alone is told beside the verdict', async () => {
  const installer = thingKnownAs()
  const problem: Problem = { kind: 'server_error', status: 500 }
  installer.answers['things:signal'] = () => ok({ value: null, asOf: null, live: false, problem })
  await open()
  expect(health()).toContain('In good health')
  expect(health()).toContain('The server answered with an error')
})
