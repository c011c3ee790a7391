import type { MessageBoxOptions } from 'electron'

type Words = Required<Pick<MessageBoxOptions, 'message' | 'detail' | 'buttons'>>

/** The page cannot say it: it is what does not come up. The first button loads it once more. */
const words: Readonly<Record<'en' | 'fi', Words>> = {
  en: {
    message: 'The screen of the app keeps crashing',
    detail:
      'Everything you saved is on the disk of this laptop and nothing of it is lost. What waits goes on being sent in the meantime. Try again, or quit and restart the laptop; if it stays like this, tell support.',
    buttons: ['Try again', 'Quit']
  },
  fi: {
    message: 'Sovelluksen näkymä kaatuu toistuvasti',
    detail:
      'Kaikki tallentamasi on tämän koneen levyllä, eikä mitään ole kadonnut. Odottava lähetetään sillä välin edelleen. Yritä uudelleen tai lopeta ja käynnistä kone uudelleen; jos tilanne jatkuu, ilmoita tukeen.',
    buttons: ['Yritä uudelleen', 'Lopeta']
  }
}

/**
 * @param chosen the language of the settings
 * @param system BCP 47 tag of the system's language
 */
export function pageGoneWords(chosen: 'system' | 'en' | 'fi', system: string): Words {
  if (chosen !== 'system') return words[chosen]
  return /^fi\b/i.test(system) ? words.fi : words.en
}
