import type { settings as english } from '../en/settings'
import type { Translation } from '../translation'

export const settings: Translation<typeof english> = {
  title: 'Asetukset',
  look: 'Kieli ja ulkoasu',
  language: { label: 'Kieli', system: 'Järjestelmän mukaan', en: 'English', fi: 'Suomi' },
  theme: { label: 'Värit', system: 'Järjestelmän mukaan', light: 'Vaalea', dark: 'Tumma' },
  contrast: { label: 'Kontrasti', system: 'Järjestelmän mukaan', standard: 'Tavallinen', high: 'Suuri' },
  textSize: { label: 'Tekstin koko', 100: 'Tavallinen', 115: 'Suurehko', 130: 'Suuri', 150: 'Suurin' },
  kept: {
    title: 'Mitä tällä koneella säilytetään',
    text: 'Palvelimilta luetut tiedot säilytetään yhteydettömiä hetkiä varten. Rajojen ylittyessä poistetaan ensin se, mikä on luettu kauimmin sitten. Odottavien toimenpiteiden tarvitsemat tiedot säilyvät aina.',
    things: 'ei laitteita | {count} laite | {count} laitetta',
    messages: 'ei viestejä | {count} viesti | {count} viestiä',
    size: '{size} Mt',
    underSize: 'alle {size} Mt',
    of: '{size}, enintään {limit}',
    photos:
      'Ei kuvia käynneiltä. | 1 kuva käynneiltä, {size}. Se säilyy, kunnes poistat sen tai sen käynnin. | {count} kuvaa käynneiltä, {size}. Ne säilyvät, kunnes poistat ne tai niiden käynnit.',
    onDisk: 'Tiedosto vie levyltä {size}; siinä ovat myös jonosi ja kaikki muu.',
    limit: { label: 'Säilytä enintään', 100: '100 Mt', 250: '250 Mt', 500: '500 Mt', 1000: '1 Gt' },
    keep: { label: 'Säilytysaika', 7: '7 päivää', 30: '30 päivää', 90: '90 päivää', 365: 'Vuosi' },
    cleanUp: 'Siivoa nyt',
    ask: {
      title: 'Siivotaanko luetut tiedot?',
      text: 'Luetut tiedot poistetaan tältä koneelta kaikista asiakasympäristöistä: {what}, {size}, ja ryhmät. Ne luetaan uudelleen, kun katsot niitä yhteyden ollessa päällä.',
      stays:
        'Kaikki tallentamasi säilyy: jono, kuittaukset, käynnit kuvineen, asiakasympäristöt ja asetukset, samoin odottavien toimenpiteiden tarvitsemat tiedot.',
      offline: 'Yhteyttä ei nyt ole: poistettua ei voi katsoa täällä ennen kuin yhteys palaa.',
      action: 'Siivoa'
    },
    removed: 'Siivottiin: {what}, {size}.',
    nothing: 'Siivottavaa ei ollut.',
    left: 'Odottavien toimenpiteiden tarvitsemat tiedot säilytettiin: {what}.',
    file: {
      smaller: 'Tiedosto vie levyltä nyt {size}.',
      later: 'Tiedosto pienenee heti, kun mitään ei ole lähdössä.',
      not_now: 'Tiedostoa ei voitu pienentää; sen tila otetaan uudelleen käyttöön, kun luet lisää tietoja.'
    }
  },
  scanning: 'Skannaus',
  sounds: 'Äänet',
  soundsText:
    'Jokaisesta skannatusta tarrasta kuuluu ääni: skannattu, skannattu jo aiemmin, huomaa tämä, ei ymmärretty.',
  data: 'Tiedot tällä koneella',
  dataFolder: 'Tietokansio',
  dataText: 'Tässä kansiossa ovat tallennettu työ, asetukset ja loki. Salaisuuksia siellä ei ole koskaan.',
  byPolicy: 'Organisaatiosi määräämä.',
  about: 'Tietoja sovelluksesta',
  aboutText:
    'Thingsee-antureiden ja -yhdyskäytävien asentamiseen rakennuksiin, verkossa ja ilman. Vapaa ohjelmisto, MIT-lisenssi.',
  version: 'Versio',
  stacks: {
    title: 'Asiakasympäristöt',
    text: 'Asiakasympäristö on asiakkaan tili: sen rajapinnan osoite ja kirjautumisen tiedot.',
    list: 'Tämän koneen asiakasympäristöt',
    manage: 'Hallitse asiakasympäristöjä',
    back: 'Asetukset',
    add: 'Lisää asiakasympäristö',
    addTitle: 'Uusi asiakasympäristö',
    editTitle: 'Muuta: {name}',
    active: 'Käytössä',
    use: 'Ota käyttöön',
    usedNow: 'Käytössä on nyt {name}. Muissa asiakasympäristöissä odottavat toimenpiteet lähetetään edelleen niihin.',
    edit: 'Muuta',
    editName: 'Muuta: {name}',
    remove: 'Poista',
    removeName: 'Poista: {name}',
    useName: 'Ota käyttöön: {name}',
    open: 'jono tyhjä | {count} toimenpide jonossa | {count} toimenpidettä jonossa',
    empty: {
      title: 'Ei vielä asiakasympäristöä',
      text: 'Lisää ensimmäinen asiakkaan papereista: osoite, asiakastunnus ja asiakassalaisuus.'
    },
    secret: {
      label: 'Asiakassalaisuus',
      keychain: 'Salaisuus avainnipussa',
      memory: 'Salaisuus vain tämän käyttökerran',
      missing: 'Salaisuus puuttuu',
      unknown: 'Avainnippu ei kerro, onko salaisuus siellä'
    },
    form: {
      name: 'Nimi',
      nameHint: 'Nimi, josta itse tunnistat asiakkaan tai kohteen.',
      baseUrl: 'Rajapinnan osoite (API base URL)',
      baseUrlHint: 'Asiakkaan papereista; alussa https:// ja lopussa yleensä /prod/v1.',
      clientId: 'Asiakastunnus (client ID)',
      clientIdHint: 'Samoista papereista.',
      clientSecret: 'Asiakassalaisuus (client secret)',
      secretHint: 'Tallennetaan koneen avainnippuun, ei koskaan tiedostoon, eikä sitä näytetä enää.',
      secretStored: 'Tallessa avainnipussa – kirjoita tähän vain, jos vaihdat sen.',
      secretInMemory: 'Muistissa tämän käyttökerran – kirjoita tähän vain, jos vaihdat sen.',
      secretMissing: 'Se puuttuu: anna se uudelleen.',
      show: 'Näytä salaisuus painettaessa',
      fixed: 'Ei voi muuttaa, kun asiakasympäristön toimenpiteitä on jonossa.',
      openQueue: 'Avaa jono',
      save: 'Testaa ja tallenna',
      saveName: 'Tallenna',
      testing: 'Kokeillaan kirjautua palvelimelle näillä tiedoilla…',
      testingLong: 'Palvelinta odotetaan yhä. Tämä voi kestää jopa puoli minuuttia.',
      forThisRun: 'Säilytä salaisuus vain tämän käyttökerran',
      forThisRunMeaning: 'Salaisuus kysytään uudelleen seuraavalla käynnistyksellä.'
    },
    faults: {
      name: 'Anna asiakasympäristölle nimi.',
      clientId: 'Anna asiakastunnus.',
      clientSecret: 'Anna asiakassalaisuus.'
    },
    unreached: {
      meaning:
        'Koneella ei ole verkkoyhteyttä, tai osoitteessa on kirjoitusvirhe. Mitään ei tallennettu; kirjoittamasi säilyy tässä.',
      next: 'Vertaa osoitetta papereihin merkki merkiltä. Jos verkkoa ei ole, yhdistä kone ensin verkkoon, vaikka puhelimen kautta, ja paina uudelleen ”Testaa ja tallenna”.'
    },
    removing: {
      title: 'Poistetaanko {name}?',
      text: 'Asiakasympäristö ja sen salaisuus poistuvat tältä koneelta. Palvelimella mikään ei muutu.',
      action: 'Poista asiakasympäristö'
    },
    givingUp: {
      text: '{count} tallennettu toimenpide ei ole ehtinyt palvelimelle. Anna sen lähteä ensin, tai luovu siitä asiakasympäristön mukana. | {count} tallennettua toimenpidettä ei ole ehtinyt palvelimelle. Anna niiden lähteä ensin, tai luovu niistä asiakasympäristön mukana.',
      action: 'Hylkää {count} toimenpide ja poista | Hylkää {count} toimenpidettä ja poista',
      keepCopy: 'Tallenna jono tiedostoksi',
      copyFirst: 'Tallenna jono ensin tiedostoksi: sen jälkeen mikään muu ei kerro, mitä oli tarkoitus tehdä.',
      copyKept: 'Tiedostossa {file} on tämän asiakasympäristön jokainen toimenpide.',
      type: 'Vahvista kirjoittamalla {count}',
      typeFault: 'Kirjoita {count}: niin monta toimenpidettä hylätään.',
      onItsWay: {
        title: 'Jotakin on juuri lähdössä',
        meaning: 'Mitään ei hylätty, ja asiakasympäristö on yhä tässä.',
        next: 'Odota hetki ja yritä uudelleen.'
      },
      changed: {
        title: 'Jono on muuttunut sillä välin',
        meaning: 'Mitään ei hylätty, ja asiakasympäristö on yhä tässä.',
        next: 'Katso, mikä nyt odottaa, ja päätä uudelleen.'
      }
    },
    blocked: {
      switchFirst: 'Ota ensin {name} käyttöön ja avaa sitten jono.'
    }
  },
  welcome: {
    title: 'Tervetuloa',
    text: 'Lisää ensin asiakasympäristö eli sen asiakkaan tili, jonka laitteita asennat. Osoite, tunnus ja salaisuus ovat papereissa tai viestissä, jonka sait tilistä.',
    next: 'Sen jälkeen voit skannata ensimmäisen tarran. Siitä eteenpäin sovellus toimii myös ilman yhteyttä.'
  }
}
