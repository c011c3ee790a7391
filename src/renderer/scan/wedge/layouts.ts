import { deviceKindOf } from '@shared/domain/deviceKind'
import { readLabel } from '@shared/domain/label'

/** Keyboard layouts between which a label comes out garbled. German is like Nordic in all that labels hold but y and z. */
export type KeyboardLayout = 'us' | 'nordic' | 'azerty'

/** The scanner presses the keys of one layout while the laptop reads them as another's. */
export interface LayoutMismatch {
  readonly scanner: KeyboardLayout
  readonly laptop: KeyboardLayout
}

/** What each key types, alone and with Shift: the same place in every string is the same key. */
const keys: Readonly<Record<KeyboardLayout, readonly [plain: string, shifted: string]>> = {
  us: ["1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./", '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'],
  nordic: ['1234567890+´qwertyuiopå¨asdfghjklöäzxcvbnm,.-', '!"#¤%&/()=?`QWERTYUIOPÅ^ASDFGHJKLÖÄZXCVBNM;:_'],
  azerty: ['&é"\'(-è_çà)=azertyuiop^$qsdfghjklmùwxcvbn,;:!', '1234567890°+AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§']
}

const pairs: readonly LayoutMismatch[] = (['us', 'nordic', 'azerty'] as const).flatMap((laptop) =>
  (['us', 'nordic', 'azerty'] as const).flatMap((scanner) => (scanner === laptop ? [] : [{ scanner, laptop }]))
)

/**
 * Recognises a label that came through the wrong keyboard layout, also with Caps Lock on: pressing the same keys on
 * the other layout would have typed a label that cannot be anything else. It is only told, never used in its place.
 *
 * @returns null for a text that is understood as it is, or that no other layout makes a label of
 */
export function layoutMismatch(text: string): LayoutMismatch | null {
  if (readLabel(text).ok) return null
  const found = (typed: string): LayoutMismatch | undefined =>
    pairs.find(({ scanner, laptop }) => isSurely(pressedAgain(typed, laptop, scanner)))
  return found(text) ?? found(swapCase(text)) ?? null
}

/** The text that the same keys type on another layout; a character that is on no key stays. */
function pressedAgain(text: string, from: KeyboardLayout, to: KeyboardLayout): string {
  const [plain, shifted] = keys[from]
  const [otherPlain, otherShifted] = keys[to]
  return Array.from(text, (char) => {
    const unshifted = plain.indexOf(char)
    if (unshifted >= 0) return otherPlain[unshifted] ?? char
    return otherShifted[shifted.indexOf(char)] ?? char
  }).join('')
}

function swapCase(text: string): string {
  return Array.from(text, (char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join('')
}

function isSurely(text: string): boolean {
  const label = readLabel(text)
  return label.ok && !label.warnings.includes('unusual_length') && deviceKindOf(label.tuid).certainty !== 'unknown'
}
