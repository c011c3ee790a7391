import type { recovery as english } from '../en/recovery'
import type { Translation } from '../translation'

export const recovery: Translation<typeof english> = {
  app: {
    title: 'Sovellusta ei viimeksi suljettu oikein',
    happened: 'Se kaatui, lopetettiin väkisin, tai virta katkesi.',
    happenedSince: '{time} käynnistetty sovellus kaatui, lopetettiin väkisin, tai virta katkesi.'
  },
  page: {
    title: 'Näkymä kaatui ja ladattiin uudelleen',
    happened: 'Se osa sovelluksesta, joka tallentaa ja lähettää, jatkaa häiriöttä.',
    happenedSince: 'Näin kävi {time}. Se osa sovelluksesta, joka tallentaa ja lähettää, jatkaa häiriöttä.'
  },
  safe: 'Kaikki tallentamasi on tämän koneen levyllä:',
  waiting:
    'Mikään ei odota lähetystä. | 1 toimenpide odottaa ja lähtee itsestään. | {count} toimenpidettä odottaa ja lähtee itsestään.',
  unsure:
    'Juuri matkalla ollut tarkistetaan palvelimelta ennen kuin mitään lähetetään uudelleen, joten mitään ei tehdä kahdesti.',
  needsYou: 'Mikään ei odota sinua. | 1 toimenpide odottaa sinua. | {count} toimenpidettä odottaa sinua.',
  visit: 'Käynti kohteessa {site} on kesken, ja kaikki siihen kirjattu on tallessa.',
  gone: 'Vain kirjoitettu mutta vielä tallentamaton on voinut kadota. Katso laitetta, jonka parissa viimeksi työskentelit.',
  again: 'Jos näin käy uudelleen, ilmoita tukeen; tietokansion loki kertoo enemmän.',
  goOn: 'Jatka',
  queue: 'Avaa jono',
  folder: 'Avaa tietokansio'
}
