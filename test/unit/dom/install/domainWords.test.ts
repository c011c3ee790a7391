import { expect, test } from 'vitest'
import { commandFormsFor } from '@shared/domain/commandForm'
import { deviceKinds } from '@shared/domain/deviceKind'
import { messageCatalogue, messageEvents } from '@shared/domain/messageCatalogue'
import { domain } from '@/i18n/en/domain'

const entries = [...messageCatalogue.values()]
const fields = entries.flatMap((entry) => entry.fields)
const forms = deviceKinds.flatMap((kind) => commandFormsFor(kind))
const formFields = forms.flatMap((form) => form.fields)

// Finnish has the same keys by its type, so English stands for both.
test.each<[string, object, string[]]>([
  ['kinds', domain.kinds, [...deviceKinds]],
  ['messages', domain.messages, entries.map((entry) => entry.name)],
  ['events', domain.events, [...messageEvents.values()]],
  ['fields', domain.fields, [...fields, ...formFields].map((field) => field.name)],
  ['field help', domain.fieldHelp, formFields.map((field) => field.name)],
  [
    'coded values',
    domain.values,
    [
      ...fields.flatMap((field) => [...field.values.values()]),
      ...formFields.flatMap((field) => (field.kind === 'choice' ? field.choices.map(({ name }) => name) : []))
    ]
  ],
  ['commands', domain.commands, forms.map((form) => form.name)],
  ['meanings of commands', domain.commandMeanings, forms.map((form) => form.name)]
])('there are words for all %s', (_, words, keys) => {
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.filter((key) => !(key in words))).toEqual([])
})
