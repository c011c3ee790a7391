import type { messages as english } from '../en/messages'
import type { Translation } from '../translation'

export const messages: Translation<typeof english> = {
  title: 'Viestit',
  read: 'Lue viestit uudelleen',
  ranges: { newest: 'Uusimmat', hour: 'Viime tunti', day: 'Vuorokausi', week: 'Viikko', own: 'Oma aikaväli' },
  chooseRange: 'Valitse alku, loppu tai molemmat.',
  messageIds: 'Viestilajit',
  eventIds: 'Tapahtumat',
  all: 'Kaikki',
  noIds: 'Tämän nimistä ei ole. Numeron voi antaa aina.',
  limit: 'Enintään',
  limitOf: '{count} viestiä',
  count: '1 viesti, {latest} | {count} viestiä, {earliest} – {latest}',
  unreadable: '1 viestiä ei voitu lukea. | {count} viestiä ei voitu lukea.',
  odd: '1 viestissä on poikkeavia arvoja; ne on merkitty. | {count} viestissä on poikkeavia arvoja; ne on merkitty.',
  atLimit: 'Tässä on {count} uusinta. Vanhempia voi olla lisää: valitse lyhyempi aikaväli tai enemmän viestejä.',
  kept: 'Ilman palvelinta valittavissa on vain tämän koneen {count} uusinta viestiä.',
  none: 'Ei viestejä',
  noneText: {
    any: 'Laite ei ole lähettänyt yhtään viestiä, palvelimen tietojen mukaan.',
    chosen: 'Valitse pidempi aikaväli tai muita lajeja ja tapahtumia.',
    kept: 'Mikään tällä koneella olevista viesteistä ei sovi. Ilman palvelinta muita ei saada.'
  },
  csv: 'Tallenna CSV:nä',
  csvSaved: '{file} tallennettiin.',
  list: 'Viestit, uusin ensin',
  noFields: 'ei arvoja',
  oddValue: 'poikkeava arvo',
  oddMeaning: 'Muuta kuin tässä kuuluisi olla, esimerkiksi teksti luvun paikalla. Näytetään palvelimen kirjoittamana.',
  event: '{name} ({id})',
  raw: 'Raakaviesti',
  hideRaw: 'Piilota raakaviesti',
  copy: 'Kopioi raakaviesti',
  charts: {
    title: 'Kuvaajat',
    show: 'Näytä kuvaajat',
    hide: 'Piilota kuvaajat',
    choose: 'Mitä piirretään',
    more: 'Näytä kaikki {count}',
    nothing: 'Valitse, mitä piirretään.',
    drawn: 'Kuvaaja: {names}. Alla oleva taulukko kertoo saman lukuina.',
    failed: 'Kuvaajia ei voi piirtää tässä. Alla oleva taulukko kertoo saman lukuina.',
    ahead:
      '1 viesti on jätetty piirtämättä, koska sen aika on vasta tulossa. | {count} viestiä on jätetty piirtämättä, koska niiden aika on vasta tulossa.',
    title_unit: '{name}, {unit}',
    ofMessage: '{name} (viesti {id})',
    zoom: {
      label: 'Näytettävä osa ajasta',
      in: 'Näytä lyhyempi aika',
      out: 'Näytä pidempi aika',
      earlier: 'Aiemmin',
      later: 'Myöhemmin',
      whole: 'Näytä koko aika'
    },
    figures: 'Lukuina',
    name: 'Arvo',
    latest: 'Viimeisin',
    lowest: 'Pienin',
    highest: 'Suurin',
    average: 'Keskiarvo',
    values: 'Arvoja',
    gaps: 'Katkoja'
  }
}
