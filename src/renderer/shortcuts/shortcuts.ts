import { places } from '@/frame/places'

/** One way to press a shortcut. A letter or sign by what it types, a digit by where it lies on the keyboard. */
export interface Keys {
  readonly key?: string
  readonly code?: string
  /** With Ctrl, on a Mac with ⌘. */
  readonly mod?: true
  /** It types something: not while a person is typing. */
  readonly types?: true
}

type PlaceName = (typeof places)[number]['name']
export type ShortcutName = 'explain' | 'shortcuts' | 'search' | PlaceName | 'goOn' | 'clear'

interface Shortcut {
  readonly name: ShortcutName
  readonly keys: readonly Keys[]
}

/** Heard on every page, wherever the focus is. */
export const pageShortcuts: readonly Shortcut[] = [
  { name: 'search', keys: [{ key: 'k', mod: true }] },
  ...places.map(({ name }, index) => ({ name, keys: [{ code: `Digit${index + 1}`, mod: true as const }] })),
  { name: 'explain', keys: [{ key: 'F1' }] },
  { name: 'shortcuts', keys: [{ key: '?', types: true }] }
]

/** Heard by the field that has the focus. */
export const fieldShortcuts: readonly Shortcut[] = [
  { name: 'goOn', keys: [{ key: 'Enter' }] },
  { name: 'clear', keys: [{ key: 'Escape' }] }
]

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

function fits(keys: Keys, { key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  const isKey = keys.code === undefined ? key.toLowerCase() === keys.key?.toLowerCase() : code === keys.code
  // A sign may need Shift, on one keyboard or another; AltGr looks like Ctrl and Alt together.
  const shiftFits = keys.types === true || !shiftKey
  return isKey && shiftFits && !altKey && (ctrlKey || metaKey) === (keys.mod === true)
}

/** The shortcut of a page that was pressed; null for none. @param typing somebody may be typing a text */
export function pageShortcutOf(event: Pressed, typing: boolean): ShortcutName | null {
  const isMeant = (keys: Keys): boolean => fits(keys, event) && !(typing && keys.types === true)
  return pageShortcuts.find(({ keys }) => keys.some(isMeant))?.name ?? null
}

/** Whether this one of the fields was pressed. */
export function isFieldShortcut(event: Pressed, name: 'goOn' | 'clear'): boolean {
  return fieldShortcuts.some((shortcut) => shortcut.name === name && shortcut.keys.some((keys) => fits(keys, event)))
}

/** Every way to press it, as it stands on the keys: [['Ctrl', '1']]. */
export function keysOf(name: ShortcutName, isMac = navigator.userAgent.includes('Macintosh')): string[][] {
  const { keys } = [...pageShortcuts, ...fieldShortcuts].find((shortcut) => shortcut.name === name) ?? { keys: [] }
  return keys.map(({ key, code, mod }) => {
    const own = code?.replace('Digit', '') ?? (key === 'Escape' ? 'Esc' : (key ?? ''))
    return [...(mod === true ? [isMac ? '⌘' : 'Ctrl'] : []), own.length === 1 ? own.toUpperCase() : own]
  })
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeysOf(name: ShortcutName): string {
  return ['Control', 'Meta']
    .flatMap((mod) => keysOf(name, false).map((keys) => keys.join('+').replace('Ctrl', mod)))
    .filter((keys, at, all) => all.indexOf(keys) === at)
    .join(' ')
}
