import { ref, shallowRef, type Ref } from 'vue'
import { mostCommands, type Command } from '@shared/domain/command'
import { buildCommand, type BuiltCommand, type CommandForm } from '@shared/domain/commandForm'
import type { DeviceKind } from '@shared/domain/deviceKind'
import { parseExpertCommand, type ExpertReading } from '@shared/domain/expertCommand'

/** As typed or chosen, by field name: '' or nothing leaves the field out of the command. */
type FieldTexts = Readonly<Record<string, string>>

/** What is filled in for commands and not sent yet. */
export interface CommandDraft {
  /** Commands that are to go in one request, each with an id of its own, in the order in which they were added. */
  readonly collected: readonly Command[]
  /** Takes the place of one with the same id: a thing would be told two things at once. */
  readonly collect: (command: Command, formName?: string) => void
  readonly takeOut: (tsmId: number) => void
  readonly expert: string
  /** The field's own text, or its default where it has to be sent in any case. */
  readonly textOf: (form: CommandForm, field: CommandForm['fields'][number]) => string
  readonly fillIn: (form: CommandForm, fieldName: string, text: string) => void
  readonly write: (text: string) => void
  readonly clear: () => void
  readonly build: (form: CommandForm) => BuiltCommand
  readonly parseExpert: () => ExpertReading
}

/** What every form of a command works with. */
export interface CommandFilling {
  readonly draft: CommandDraft
  readonly isSaving: boolean
  /** Puts commands into the outbox, to go in one request, and resolves to whether they are there. */
  readonly save: (commands: Command[]) => Promise<boolean>
  /** Saving is not the next step: what is filled in is looked at first. */
  readonly goesOn?: boolean
}

export interface CommandDraftOptions {
  readonly kind: () => DeviceKind
  /** How often the thing reports, in seconds, as far as it is known. */
  readonly reportInterval: () => number | null
  /** Told at every change whether anything is filled in that would be lost. */
  readonly onTouched?: (filled: boolean) => void
}

/** The contents of a store that holds such a draft. */
export function createCommandDraft({ kind, reportInterval, onTouched }: CommandDraftOptions): Omit<
  CommandDraft,
  'expert' | 'collected'
> & {
  readonly expert: Ref<string>
  readonly collected: Ref<readonly Command[]>
} {
  const collected = shallowRef<readonly Command[]>([])
  const texts = ref<Readonly<Record<string, FieldTexts>>>({})
  const expert = ref('')

  function textOf(form: CommandForm, field: CommandForm['fields'][number]): string {
    const typed = texts.value[form.name]?.[field.name]
    if (typed !== undefined) return typed
    return field.alwaysSend && field.defaultValue !== null ? String(field.defaultValue) : ''
  }

  function fillIn(form: CommandForm, fieldName: string, text: string): void {
    texts.value = { ...texts.value, [form.name]: { ...texts.value[form.name], [fieldName]: text } }
    touched()
  }

  function write(text: string): void {
    expert.value = text
    touched()
  }

  function collect(command: Command, formName?: string): void {
    const others = collected.value.filter(({ tsmId }) => tsmId !== command.tsmId)
    collected.value = [...others, command].slice(-mostCommands)
    if (formName === undefined) expert.value = ''
    else texts.value = { ...texts.value, [formName]: {} }
    touched()
  }

  function takeOut(id: number): void {
    collected.value = collected.value.filter(({ tsmId }) => tsmId !== id)
    touched()
  }

  function clear(): void {
    collected.value = []
    texts.value = {}
    expert.value = ''
    touched()
  }

  function touched(): void {
    const typed = Object.values(texts.value).some((form) => Object.values(form).some((text) => text.trim() !== ''))
    onTouched?.(typed || expert.value.trim() !== '' || collected.value.length > 0)
  }

  const build = (form: CommandForm): BuiltCommand =>
    buildCommand(
      form,
      Object.fromEntries(form.fields.map((field) => [field.name, numberOf(textOf(form, field))])),
      reportInterval()
    )
  const parseExpert = () => parseExpertCommand(expert.value, { kind: kind(), reportInterval: reportInterval() })

  return { expert, collected, collect, takeOut, textOf, fillIn, write, clear, build, parseExpert }
}

/** What is no number as people write it becomes NaN, which the form's rules name as no whole number. */
function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return null
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : NaN
}
