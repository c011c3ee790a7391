import type { commands as english } from '../en/commands'
import type { Translation } from '../translation'

export const commands: Translation<typeof english> = {
  send: 'Tallenna komento',
  sendAll: 'Tallenna 1 komento | Tallenna {count} komentoa',
  goOn: 'Jatka',
  goOnWith: 'Jatka 1 komennolla | Jatka {count} komennolla',
  withAnother: 'Lisää toinen komento',
  addToList: 'Lisää luetteloon',
  together: 'Lähetetään yhdessä',
  togetherMeaning: 'Komennot lähtevät yhdessä pyynnössä. Lisää uusia alta tai tallenna nämä.',
  takeOut: 'Poista luettelosta: {command}',
  every: { seconds: '{count} s välein', minutes: '{count} min välein', hours: '{count} h välein' },
  test: {
    name: 'Testi paikan päällä: raportti joka minuutti',
    meaning: 'Näet heti, että laite kuuluu.',
    text: 'Laite mittaa ja raportoi joka minuutti, kunnes se palautetaan normaaliksi. Se kuluttaa paristoa. Sovellus muistuttaa siitä.'
  },
  normal: {
    name: 'Takaisin normaaliin',
    meaning: 'Niin kuin laite raportoi ennen testiä.',
    answer: '{every}, kuten laite ilmoitti {day}.',
    answerNoTime: '{every}, kuten laite ilmoitti.',
    command: '{every}, kuten sitä viimeksi käskettiin {day}.',
    commandNoTime: '{every}, kuten sitä viimeksi käskettiin.',
    measures: 'Mittaa {every}.',
    measureUnknown: 'Mittausväli jää ennalleen.',
    unknown: 'Tällä koneella ei tiedetä, kuinka usein laite raportoi ennen. Valitse raportointiväli:',
    report: 'Raportoi',
    measure: 'Mittaa',
    measureAsNow: 'Jätä ennalleen'
  },
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
  unanswered: 'Laitteen vastausta ei ole kirjattu.',
  notKnown: 'Ei ole tiedossa, onko laite vastannut: vastauksia ei voi nyt lukea.',
  answered: 'Laite vastasi',
  difference: '{name}: pyysit arvoa {asked}, laite käyttää arvoa {applied}.',
  differenceOfOthers: '{name}: pyydettiin arvoa {asked}, laite käyttää arvoa {applied}.'
}
