import type { groups as english } from '../en/groups'
import type { Translation } from '../translation'

export const groups: Translation<typeof english> = {
  title: 'Ryhmät',
  lead: 'Asiakasympäristön {stack} ryhmät.',
  search: 'Etsi ryhmää',
  list: 'Ryhmät',
  refresh: 'Päivitä',
  create: 'Uusi ryhmä',
  total: 'Ei ryhmiä | {count} ryhmä | {count} ryhmää',
  hits: 'Yksikään ryhmä ei sovi | 1 ryhmä sopii | {count} ryhmää sopii',
  more: 'Näytä lisää ({count})',
  cut: 'Palvelin luettelee vain ensimmäiset ryhmänsä. Muut löytyvät hakemalla.',
  failed: 'Luetteloa ei voitu nyt lukea: {why}. Ryhmät ovat sellaisina kuin ne viimeksi nähtiin.',
  notListed:
    'Tämän asiakasympäristön palvelin ei tarjoa ryhmäluetteloa. Tässä ovat ne, jotka tämä kone on nähnyt tai luonut.',
  neverRead:
    'Tämän asiakasympäristön ryhmiä ei ole vielä luettu tällä koneella. Ne luetaan heti, kun palvelimeen saadaan yhteys.',
  willBe: 'nimeksi tulee {name}',
  willBeGone: 'poistetaan',
  met: 'nähty laitteella',
  empty: {
    title: 'Yksikään ryhmä ei sovi',
    text: 'Kokeile lyhyempää hakua tai luo ryhmä.'
  },
  name: {
    by: 'Nimeä ryhmä',
    byConvention: 'nimeämiskäytännön mukaan',
    byHand: 'vapaasti',
    environment: 'Ympäristö',
    country: 'Maa',
    site: 'Kohteen nimi',
    sitePlaceholder: 'esim. Satamatalo',
    free: 'Ryhmän nimi',
    preview: 'Nimeksi tulee',
    description: 'Kuvaus (valinnainen)',
    exists: 'Samanniminen ryhmä on jo olemassa.'
  },
  new: {
    title: 'Uusi ryhmä',
    hint: 'Ryhmä tallennetaan tähän heti ja luodaan, kun palvelimeen saadaan yhteys.',
    submit: 'Luo ryhmä'
  },
  renaming: {
    open: 'Nimeä uudelleen',
    title: 'Nimeä ryhmä uudelleen',
    stays: 'Ryhmän laitteet pysyvät siinä.',
    outside: 'Kaikki, mikä käyttää vanhaa nimeä muualla, kuten näkymät ja raportit, on muutettava siellä erikseen.',
    hint: 'Uusi nimi tallennetaan tähän heti ja vaihdetaan, kun palvelimeen saadaan yhteys.',
    submit: 'Vaihda nimi'
  },
  deleting: {
    open: 'Poista',
    title: 'Poistetaanko ryhmä {group}?',
    text: 'Poisto tallennetaan tähän heti ja tehdään, kun palvelimeen saadaan yhteys. Poistettua ryhmää ei saa takaisin.',
    empty: 'Siinä ei ole laitteita (tilanne {time}).',
    count: 'Siinä on {count} laite (tilanne {time}). | Siinä on {count} laitetta (tilanne {time}).',
    seen: 'Tämä kone on nähnyt siinä {count} laitteen; niitä voi olla enemmän. | Tämä kone on nähnyt siinä {count} laitetta; niitä voi olla enemmän.',
    unknown: 'Tällä koneella ei tiedetä, mitä laitteita siinä on.',
    waiting:
      'Jonossa on {count} laite menossa siihen; se tehdään ensin. | Jonossa on {count} laitetta menossa siihen; ne tehdään ensin.',
    fates: {
      unassigned: 'Tällä palvelimella sen laitteet jäävät sen jälkeen ilman ryhmää (nähty {time}).',
      stay: 'Tällä palvelimella sen laitteissa lukee edelleen poistetun ryhmän nimi (nähty {time}): siirrä ne ensin toiseen ryhmään.',
      refused:
        'Tämä palvelin kieltäytyi poistamasta ryhmää, jossa oli laitteita (nähty {time}): siirrä ne ensin toiseen ryhmään.',
      unknown:
        'Vielä ei ole nähty, mitä tämä palvelin tekee sen laitteille: ne voivat jäädä ilman ryhmää, pitää tämän ryhmän nimen tai estää poistamisen.'
    },
    submit: 'Poista ryhmä'
  },
  page: {
    waiting: 'Odottaa tällä koneella',
    done: 'Tehty äskettäin',
    decide: 'Päätä jonossa',
    undo: 'Hylkää',
    things: 'Laitteet',
    thingList: 'Ryhmän laitteet',
    count: 'Ei laitteita | {count} laite | {count} laitetta',
    none: 'Tässä ryhmässä ei ole laitteita.',
    noneSeen: 'Tämä kone ei ole nähnyt laitteita tässä ryhmässä.',
    notTold:
      'Tämän asiakasympäristön palvelin ei tarjoa ryhmän laiteluetteloa. Tässä ovat ne, jotka tämä kone on siinä nähnyt.',
    notRead:
      'Palvelimelta ei ole vielä kysytty. Tässä ovat laitteet, jotka tämä kone on nähnyt ryhmässä; niitä voi olla enemmän.',
    failed: 'Ryhmän laitteita ei voitu nyt lukea: {why}.',
    comes: 'tulossa tähän',
    goes: 'menossa ryhmään {group}',
    taken: 'lähdössä ryhmästä',
    gone: {
      title: 'Ryhmä on poistettu',
      text: 'Se poistettiin tältä koneelta.'
    },
    unknown: {
      title: 'Sellaista ryhmää ei tunneta täällä',
      text: 'Joku muu on voinut nimetä sen uudelleen tai poistaa sen.'
    },
    all: 'Kaikki ryhmät'
  }
}
