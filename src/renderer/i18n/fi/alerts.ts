import type { alerts as english } from '../en/alerts'
import type { Translation } from '../translation'

export const alerts: Translation<typeof english> = {
  title: 'Hälytykset',
  lead: 'Asiakasympäristön {stack} laitteet, joilla on palvelimen mukaan hälytys juuri nyt.',
  total: 'Ei hälytyksiä | {count} laite hälyttää | {count} laitetta hälyttää',
  refresh: 'Päivitä',
  differs: 'Palvelin laskee {counted} ja luettelee {listed}: eroa {difference}.',
  unreadable: '{count} luettelon rivi ei ollut luettavissa. | {count} luettelon riviä ei ollut luettavissa.',
  lastSeen: 'Tämä on viimeksi nähty tilanne. Se luetaan uudelleen heti, kun palvelimeen saadaan yhteys.',
  notOffered: {
    title: 'Tämän asiakasympäristön palvelin ei tarjoa hälytysluetteloa',
    text: 'Palvelin ei kerro, mitkä laitteet hälyttävät. Yksittäisen laitteen hälytykset näkyvät edelleen laitteen omissa tiedoissa.'
  },
  none: {
    title: 'Ei hälytyksiä',
    text: 'Kun palvelin ilmoittaa tämän asiakasympäristön laitteen hälyttävän, se näkyy tässä.'
  },
  noneLike: {
    title: 'Mikään hälyttävä laite ei täsmää',
    text: 'Muuta hakua tai rajauksia.',
    showAll: 'Näytä kaikki'
  },
  unknown: {
    title: 'Ei vielä tiedossa',
    text: 'Tämä kone ei ole vielä lukenut asiakasympäristön hälytyksiä. Ne luetaan heti, kun palvelimeen saadaan yhteys.'
  },
  list: 'Hälyttävät laitteet',
  search: 'Hae TUID:llä tai tarralla',
  kind: 'Laitetyyppi',
  anyKind: 'Kaikki laitetyypit',
  alert: 'Hälytys',
  anyAlert: 'Kaikki hälytykset',
  notReadYet: 'Ei vielä luettu',
  counted: '{name} ({count})',
  toggles: 'Näytä vain',
  installedToday: 'Tänään täältä asennetut',
  seenHere: 'Tällä koneella nähdyt',
  shown: 'Näkyvissä {shown}/{total}',
  hidden:
    '{count} laite on jätetty pois: sen hälytystä ei ole vielä luettu. | {count} laitetta on jätetty pois: niiden hälytyksiä ei ole vielä luettu.',
  today: 'Asennettu tänään',
  since: 'alkoi {time}, {ago}',
  sinceAlways: 'alkoi ennen kirjausten alkua',
  reading: 'Luetaan hälytystä',
  noneOpen: 'Laitteen historiassa ei ole avointa hälytystä.',
  historyUnreadable: '{count} historian rivi ei ollut luettavissa. | {count} historian riviä ei ollut luettavissa.',
  failed: 'Hälytystä ei voitu lukea: {why}.',
  notATuid: 'Millään laitteella ei voi olla tällaista TUID:tä, joten enempää ei voida lukea.',
  more: 'ja {count} muuta',
  news: 'Yksi tänään asentamasi laite hälyttää | {count} tänään asentamaasi laitetta hälyttää',
  showNews: 'Näytä'
}
