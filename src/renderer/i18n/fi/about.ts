import type { about as english } from '../en/about'
import type { Translation } from '../translation'

export const about: Translation<typeof english> = {
  open: 'Versiot, lisenssit ja uudet ominaisuudet',
  versions: 'Versiot',
  openFolder: 'Avaa kansio',
  notOpened: 'Kansiota ei voitu avata tästä. Kopioi sen polku ja avaa se tiedostonhallinnassa.',
  licences: 'Lisenssit',
  independent:
    'Itsenäinen hanke: laitteiden valmistaja ei ole tehnyt, suositellut eikä tue sovellusta. ”Thingsee” on omistajansa nimi.',
  licence: 'Sovelluksen lisenssi (MIT)',
  notices: 'Sovelluksen osien lisenssit',
  noNotices: 'Tässä koosteessa ei ole niiden luetteloa.',
  news: {
    title: 'Uutta',
    version: 'Versio {version}',
    hint: 'Sovellus päivitettiin versioon {version}.'
  }
}
