import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { buildCommand, type BuiltCommand, type CommandForm } from '@shared/domain/commandForm'
import { parseExpertCommand } from '@shared/domain/expertCommand'
import { useCommandAnswersStore } from './commandAnswersStore'
import { useInstallStore } from './installStore'
import { knownReportInterval } from './reportInterval'

/** As typed or chosen, by field name: '' or nothing leaves the field out of the command. */
export type FieldTexts = Readonly<Record<string, string>>

/** What is filled in for a command and not sent yet; it survives leaving the step, but not the thing. */
export const useCommandDraftStore = defineStore('install-command-draft', () => {
  const install = useInstallStore()
  const answers = useCommandAnswersStore()
  const texts = ref<Readonly<Record<string, FieldTexts>>>({})
  const expert = ref('')

  /** The field's own text, or its default where it has to be sent in any case. */
  function textOf(form: CommandForm, field: CommandForm['fields'][number]): string {
    const typed = texts.value[form.name]?.[field.name]
    if (typed !== undefined) return typed
    return field.alwaysSend && field.defaultValue !== null ? String(field.defaultValue) : ''
  }

  function fill(form: CommandForm, fieldName: string, text: string): void {
    texts.value = { ...texts.value, [form.name]: { ...texts.value[form.name], [fieldName]: text } }
    touched()
  }

  function write(text: string): void {
    expert.value = text
    touched()
  }

  function clear(): void {
    texts.value = {}
    expert.value = ''
    touched()
  }

  function touched(): void {
    const typed = Object.values(texts.value).some((form) => Object.values(form).some((text) => text.trim() !== ''))
    install.send({ type: 'command_touched', draft: typed || expert.value.trim() !== '' })
  }

  const reportInterval = computed(() => knownReportInterval(install.actions, answers.messages))

  const build = (form: CommandForm): BuiltCommand =>
    buildCommand(
      form,
      Object.fromEntries(form.fields.map((field) => [field.name, numberOf(textOf(form, field))])),
      reportInterval.value
    )
  const parseExpert = () =>
    parseExpertCommand(expert.value, { kind: install.kind.kind, reportInterval: reportInterval.value })

  watch(
    () => `${install.thing?.stackId ?? ''} ${install.thing?.tuid ?? ''}`,
    () => {
      texts.value = {}
      expert.value = ''
    }
  )

  return { texts, expert, textOf, fill, write, clear, build, parseExpert }
})

/** What is no number as people write it becomes NaN, which the form's rules name as no whole number. */
function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return null
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : NaN
}
