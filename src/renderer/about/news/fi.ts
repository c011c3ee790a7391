import type { Translation } from '../../i18n/translation'
import type { news as english } from './en'

export const news: Translation<typeof english> = {
  '0.1.0': {
    install: 'Asenna laite vaihe vaiheelta: skannaa, katso, ryhmä, tila, komento, ja odota, että laite kuullaan.',
    offline: 'Työskentele ilman yhteyttä: kaikki tallennetaan ensin ja lähetetään kerran, järjestyksessä.',
    visits: 'Käynnit: sarjat, luettelot Excelistä, kuvat, vaihtaminen ja pois vieminen sekä PDF-raportti.',
    help: 'Kuvallinen ohje sovelluksessa: kysymysmerkki ylhäällä tai F1.'
  }
}
