import type { commands as english } from '../en/commands'
import type { Translation } from '../translation'

export const commands: Translation<typeof english> = {
  send: 'Tallenna komento',
  read: 'Lue määritykset',
  seconds: '{name} (s)',
  range: '{min}–{max}.',
  default: 'Yleensä {value}.',
  leave: 'Jätä ennalleen',
  incomplete: 'Täytä ainakin yksi arvo ja korjaa merkityt.',
  expert: 'Asiantuntija: JSON',
  expertMeaning: 'Parametrit, joille ei ole lomaketta.',
  expertLabel: 'Komento JSON-muodossa',
  expertHint: 'Esimerkiksi {example}',
  expertGood: 'Tämän voi lähettää.',
  waitsForAnswer: 'Lähetetty. Laite vastaa seuraavassa raportissaan, useimmiten minuutin sisällä.',
  noAnswerYet: 'Lähetetty, laite ei ole vielä vastannut. Vastaus voi vielä tulla.',
  looked: 'Katsottu viimeksi',
  unanswered: 'Laitteen vastausta ei ole kirjattu.',
  notKnown: 'Ei ole tiedossa, onko laite vastannut: vastauksia ei voi nyt lukea.',
  answered: 'Laite vastasi',
  news: 'Yksi vastaus poikkeaa pyydetystä | {count} vastausta poikkeaa pyydetystä',
  newsMore: 'ja {count} muuta',
  difference: '{name}: pyysit arvoa {asked}, laite käyttää arvoa {applied}.',
  differenceOfOthers: '{name}: pyydettiin arvoa {asked}, laite käyttää arvoa {applied}.'
}
