import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { ProblemKind } from '@shared/domain/problem'
import type { StackView } from '@shared/ipc/channels'
import StackForm from '@/stacks/StackForm.vue'
import { entriesOf, faultsOf, faultsOfProblem, isRenaming, savingOf, withScheme } from '@/stacks/stackForm'
import { fail, harbour, ok, standIn } from './installerStandIn'
import { button, show } from './mounting'

const complete = {
  name: 'Harbour',
  baseUrl: 'https://harbour.example/prod/v1',
  clientId: 'abc',
  clientSecret: 's3cret'
}

describe('what can be seen to be wrong', () => {
  test.each<[string, Partial<typeof complete>, StackView | null, string[]]>([
    ['nothing', {}, null, []],
    ['no name', { name: '  ' }, null, ['name']],
    ['no address', { baseUrl: '' }, null, ['baseUrl']],
    ['an address without https', { baseUrl: 'http://harbour.example' }, null, ['baseUrl']],
    ['no client id', { clientId: '' }, null, ['clientId']],
    ['no secret for a new stack', { clientSecret: '' }, null, ['clientSecret']],
    ['no secret where one is kept', { clientSecret: '' }, harbour, []],
    ['no secret where it is missing', { clientSecret: '' }, { ...harbour, secret: 'missing' }, ['clientSecret']]
  ])('%s', (_, change, stack, fields) => {
    expect(Object.keys(faultsOf({ ...complete, ...change }, stack))).toEqual(fields)
  })

  test.each<[ProblemKind, string[]]>([
    ['bad_url', ['baseUrl']],
    ['not_https', ['baseUrl']],
    ['not_this_api', ['baseUrl']],
    ['bad_credentials', ['clientId', 'clientSecret']],
    ['secret_missing', ['clientSecret']],
    ['stack_name_taken', ['name']],
    ['offline', []],
    ['timeout', []],
    ['tls', []],
    ['keychain_unavailable', []]
  ])('%s concerns %j', (kind, fields) => {
    expect(Object.keys(faultsOfProblem(kind))).toEqual(fields)
  })
})

test.each<[string, string, string]>([
  [
    'gets its beginning',
    ' abc.execute-api.eu-west-1.amazonaws.com/prod/v1',
    'https://abc.execute-api.eu-west-1.amazonaws.com/prod/v1'
  ],
  ['gets it with a port, too', 'harbour.example:8443', 'https://harbour.example:8443'],
  ['keeps the one it has', 'http://harbour.example/v1', 'http://harbour.example/v1'],
  ['with a slip in its beginning stays as typed', 'htps://harbour.example', 'htps://harbour.example'],
  ['that is none stays as typed', 'harbour', 'harbour'],
  ['not typed yet stays empty', '', '']
])('an address that %s', (_, typed, read) => {
  expect(withScheme(typed)).toBe(read)
})

describe('a new name alone', () => {
  const renamed = { ...entriesOf(harbour), name: 'Pier' }

  test.each<[string, Partial<typeof renamed>, StackView | null, boolean]>([
    ['needs no test', {}, harbour, true],
    ['needs none either where the address is written another way', { baseUrl: `${harbour.baseUrl}/ ` }, harbour, true],
    ['needs none either where the secret is missing', {}, { ...harbour, secret: 'missing' }, true],
    ['is not what an unchanged stack has', { name: ' Harbour ' }, harbour, false],
    ['is not alone with another address', { baseUrl: 'https://pier.example' }, harbour, false],
    ['is not alone with an address that cannot be read', { baseUrl: 'pier' }, harbour, false],
    ['is not alone with another client id', { clientId: 'pier' }, harbour, false],
    ['is not alone with a secret', { clientSecret: 's3cret' }, harbour, false],
    ['is not what a new stack has', {}, null, false]
  ])('%s', (_, change, stack, alone) => {
    expect(isRenaming({ ...renamed, ...change }, stack)).toBe(alone)
  })

  test('does not ask for a secret that is missing', () => {
    expect(faultsOf(renamed, { ...harbour, secret: 'missing' })).toEqual({})
  })
})

describe('what is saved', () => {
  test.each<[string, StackView | null, string, boolean, 'keychain' | 'memory', string | null]>([
    ['a new secret goes to the keychain', null, 's3cret', false, 'keychain', 's3cret'],
    ['or into memory, where there is no keychain', null, 's3cret', true, 'memory', 's3cret'],
    ['a kept secret stays where it is', harbour, '', false, 'keychain', null],
    ['in memory, too', { ...harbour, secret: 'memory' }, '', false, 'memory', null],
    ['one in memory may move to the keychain', { ...harbour, secret: 'memory' }, 'n3w', false, 'keychain', 'n3w']
  ])('%s', (_, stack, clientSecret, forThisRun, keep, sent) => {
    const saving = savingOf({ ...complete, clientSecret }, stack, forThisRun)
    expect([saving.keep, saving.clientSecret]).toEqual([keep, sent])
  })

  test('the secret field begins empty, whatever is kept', () => {
    expect(entriesOf(harbour).clientSecret).toBe('')
  })
})

describe('the form', () => {
  const field = (page: VueWrapper, name: string) => page.get<HTMLInputElement>(`input[name=${name}]`)

  async function fillIn(page: VueWrapper): Promise<void> {
    for (const [name, value] of Object.entries(complete)) await field(page, name).setValue(value)
    await page.get('form').trigger('submit')
    await flushPromises()
  }

  test('saves what was typed, says so, and forgets the secret', async () => {
    const installer = standIn({ 'stacks:save': () => ok(harbour) })
    const { page } = show(StackForm)
    await fillIn(page)
    expect(installer.inputsOf('stacks:save')).toEqual([{ id: null, ...complete, keep: 'keychain' }])
    expect(page.emitted('saved')).toEqual([[harbour]])
    expect(field(page, 'clientSecret').element.value).toBe('')
  })

  test('asks nobody while something is missing, and puts the cursor there', async () => {
    const installer = standIn()
    const { page } = show(StackForm)
    await field(page, 'name').setValue('Harbour')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(installer.inputsOf('stacks:save')).toEqual([])
    expect(document.activeElement).toBe(field(page, 'baseUrl').element)
    expect(page.text()).toContain('Enter the client ID.')
  })

  test.each<['en' | 'fi', string, string]>([
    ['en', 'Test and save', 'Save'],
    ['fi', 'Testaa ja tallenna', 'Tallenna']
  ])('in %s, a new name alone is saved, not tested', async (language, test, save) => {
    const missing: StackView = { ...harbour, secret: 'missing' }
    const installer = standIn({ 'stacks:save': () => ok({ ...missing, name: 'Pier' }) })
    const { page } = show(StackForm, { props: { stack: missing }, language })
    expect(button(test).type).toBe('submit')
    await field(page, 'name').setValue('Pier')
    expect(button(save).type).toBe('submit')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(installer.inputsOf('stacks:save')).toMatchObject([{ id: harbour.id, name: 'Pier', clientSecret: null }])
    expect(page.emitted('saved')).toHaveLength(1)
    await field(page, 'clientId').setValue('another')
    expect(button(test).type).toBe('submit')
  })

  test('words about the address stand at the address', async () => {
    standIn({ 'stacks:save': () => fail('not_this_api', { status: 404 }) })
    const { page } = show(StackForm)
    await fillIn(page)
    expect(page.text()).toContain('This address answered, but not like the Thingsee API')
    expect(document.activeElement).toBe(field(page, 'baseUrl').element)
    expect(page.find('[role=alert][data-problem]').exists()).toBe(false)
    expect(page.get('pre').text()).toContain('HTTP 404')
  })

  test('what concerns no field stands beneath, and nothing typed is lost', async () => {
    standIn({ 'stacks:save': () => fail('offline') })
    const { page } = show(StackForm)
    await fillIn(page)
    expect(page.get('[data-problem=offline]').text()).toContain('The server cannot be reached')
    expect(field(page, 'clientSecret').element.value).toBe('s3cret')
  })

  test.each<['en' | 'fi', ProblemKind, string, string]>([
    ['en', 'offline', 'or there is a slip in the address', 'How this works'],
    ['fi', 'offline', 'tai osoitteessa on kirjoitusvirhe', 'Näin tämä toimii'],
    ['en', 'timeout', 'Nothing was saved', 'How this works']
  ])('in %s, %s is said as what it means before there is a stack', async (language, kind, words, help) => {
    standIn({ 'stacks:save': () => fail(kind) })
    const { page } = show(StackForm, { language })
    await fillIn(page)
    const problem = page.get(`[data-problem=${kind}]`).text()
    expect(problem).toContain(words)
    expect(problem).not.toMatch(/Go on working|Jatka työtä/)
    expect(button(help)).toBeDefined()
  })

  test('an address copied without https:// is completed where it is seen', async () => {
    const installer = standIn({ 'stacks:save': () => ok(harbour) })
    const { page } = show(StackForm)
    await field(page, 'baseUrl').setValue('harbour.example/prod/v1')
    for (const name of ['name', 'clientId', 'clientSecret'] as const) await field(page, name).setValue(complete[name])
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(field(page, 'baseUrl').element.value).toBe(complete.baseUrl)
    expect(installer.inputsOf('stacks:save')).toMatchObject([{ baseUrl: complete.baseUrl }])
  })

  test('without a keychain it names the package and keeps the secret for this run when asked', async () => {
    const installer = standIn({
      'stacks:save': ({ keep }) =>
        keep === 'memory' ? ok(harbour) : fail('keychain_unavailable', { detail: 'libsecret-1-0' })
    })
    const { page } = show(StackForm)
    await fillIn(page)
    expect(page.text()).toContain('libsecret-1-0')
    button('Keep the secret for this run only').click()
    await flushPromises()
    expect(installer.inputsOf('stacks:save')).toEqual([
      { id: null, ...complete, keep: 'keychain' },
      { id: null, ...complete, keep: 'memory' }
    ])
    expect(page.emitted('saved')).toHaveLength(1)
  })

  test('address and client id stay as they are while actions are queued for them', () => {
    standIn()
    const { page } = show(StackForm, { props: { stack: { ...harbour, openActions: 2 } } })
    expect(field(page, 'baseUrl').element.readOnly).toBe(true)
    expect(field(page, 'clientId').element.readOnly).toBe(true)
    expect(field(page, 'name').element.readOnly).toBe(false)
  })

  test('the secret is readable only while the eye is held down', async () => {
    standIn()
    const { page } = show(StackForm)
    await field(page, 'clientSecret').setValue('s3cret')
    const eye = page.get('button[aria-label="Show the secret while pressed"]')
    expect(field(page, 'clientSecret').element.type).toBe('password')
    await eye.trigger('pointerdown')
    expect(field(page, 'clientSecret').element.type).toBe('text')
    await eye.trigger('pointerup')
    expect(field(page, 'clientSecret').element.type).toBe('password')
  })
})
