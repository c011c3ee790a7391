import type { thing as english } from '../en/thing'
import type { Translation } from '../translation'

export const thing: Translation<typeof english> = {
  facts: {
    unreadable: '{count} merkintää ei voitu lukea. | {count} merkintää ei voitu lukea.',
    general: 'Yleistä',
    lastHeard: 'Kuultu viimeksi',
    neverHeard: 'Ei koskaan, palvelimen tietojen mukaan',
    power: 'Virta',
    battery: '{level} %, {verdict}',
    gateway: 'Yhdyskäytävä',
    position: 'Sijainti',
    software: 'Ohjelmisto',
    status: 'Asennustila',
    noStatus: 'Ei vielä merkitty',
    sinceUnknown: 'Alkamisaika ei ole tiedossa',
    by: 'merkinnyt {name}',
    byUnknown: 'Merkitsijä ei ole tiedossa',
    group: 'Ryhmä',
    alerts: 'Voimassa olevat hälytykset',
    noAlerts: 'Ei yhtään',
    alertSince: 'alkoi {time}',
    alertAlways: 'alkoi ennen kirjausten alkua',
    slow: 'Palvelimen vastausta odotetaan yhä. Voit jatkaa sillä välin.',
    queued: 'Tähän tallennettu sen päälle',
    notKnown: 'Tämä asiakasympäristö ei tunne laitetta {tuid}.',
    notKnownNext:
      'Vertaa tarraan merkki merkiltä (O ja 0 sekä I ja 1 näyttävät samalta) ja tarkista, että ”{stack}” on oikea asiakasympäristö.',
    notKnownGoOn: 'Voit jatkaa: tallentamasi säilyy, mutta palvelin voi hylätä sen.',
    neverSeen: 'Laitteesta {tuid} ei täällä tiedetä mitään.',
    neverSeenMeaning: 'Tämä kone ei ole nähnyt laitetta ennen: paristo, ryhmä, tila ja hälytykset eivät ole tiedossa.',
    lastSeen: 'Tässä on tällä koneella viimeksi nähty tieto.',
    goOnAllTheSame: 'Voit jatkaa; kaikki tallentuu tälle koneelle ja lähetetään myöhemmin.',
    signIn: 'Palvelin ei hyväksy asiakasympäristön kirjautumista',
    signInNext: 'Korjaa asiakastunnus ja salaisuus asetusten kohdassa Asiakasympäristöt.',
    partMissing: 'Ei saatavilla',
    partMissingNext: 'Palvelimella ei ole tätä osaa laitteen tiedoista. Muihin tietoihin se ei vaikuta.'
  },
  notOffered: {
    installations: 'Tämän asiakasympäristön palvelin ei tarjoa asennushistoriaa.',
    alerts: 'Tämän asiakasympäristön palvelin ei tarjoa laitteen hälytyksiä.',
    messages: 'Tämän asiakasympäristön palvelin ei tarjoa laitteen viestejä.',
    commands: 'Tämän asiakasympäristön palvelin ei tarjoa komentohistoriaa.',
    meaning: 'Tai tunnuksilla ei ole oikeutta lukea niitä. Kaikki muu toimii tavalliseen tapaan.'
  },
  install: 'Asenna tai muuta laitetta',
  read: 'Lue uudelleen',
  readAt: 'Luettu palvelimelta',
  noTuid: {
    title: '”{text}” ei ole TUID',
    text: 'TUID:ssä on 8–32 isoa kirjainta ja numeroa, esimerkiksi TSPD04ESY93100802.',
    next: 'Etsi laitteista'
  },
  sections: {
    label: 'Osiot',
    overview: 'Yleiskuva',
    messages: 'Viestit',
    alerts: 'Hälytykset',
    commands: 'Komennot',
    installations: 'Asennushistoria'
  },
  range: { label: 'Aikaväli', from: 'Alkaen', to: 'Päättyen', wrong: 'Aikaväli päättyy ennen kuin alkaa.' },
  position: {
    copy: 'Kopioi sijainti',
    open: 'Avaa kartalla',
    ask: 'Avataanko kartta selaimessa?',
    meaning: 'Sijainti lähtee sovelluksesta: tämän osoitteen karttapalvelu saa sen tietoonsa.'
  },
  health: {
    title: 'Kunto',
    verdicts: { good: 'Kunnossa', attention: 'Vaatii pian huomiota', trouble: 'Vaatii toimia', unknown: 'Ei tiedossa' },
    signs: { heard: 'Kuultu viimeksi', battery: 'Virta', signal: 'Signaali' },
    because: {
      heard: {
        overdue: 'Laite on ollut liian kauan hiljaa.',
        never: 'Laitetta ei ole kuultu koskaan.',
        overdue_expected: 'Laite on hiljaa eikä ole käytössä.',
        never_expected: 'Laitetta ei ole kuultu koskaan, eikä se ole käytössä.',
        unknown: 'Palvelin ei kerro, milloin laite on viimeksi kuultu.'
      },
      battery: { low: 'Paristo on vähissä.', critical: 'Paristo on melkein tyhjä.' },
      signal: { poor: 'Signaali on heikko.' }
    },
    heard: {
      never: 'Ei koskaan',
      inTime: 'Ajallaan: enintään {hours} tunnin hiljaisuus on tälle laitteelle tavallista.',
      overdue: 'Liian kauan sitten: yli {hours} tunnin hiljaisuus ei ole tälle laitteelle tavallista.',
      neverInUse: 'Laite olisi pitänyt jo kuulla.',
      expected: 'Muuta ei odoteta, kun tila on ”{status}”.',
      expectedWithout: 'Muuta ei odoteta ennen asennusta.'
    },
    battery: { low: 'Vähissä, kun enintään {low} %.', critical: 'Melkein tyhjä, kun enintään {critical} %.' },
    signal: {
      value: '{measure} {dbm} dBm, {verdict}',
      rssi: 'Mesh',
      rsrp: 'Mobiiliverkko',
      measured: 'mitattu {ago}',
      none: 'Mikään viesti ei kerro siitä.',
      rule: { fair: 'Hyvä olisi yli {good} dBm', poor: 'Heikko alle {fair} dBm' }
    }
  },
  alerts: {
    title: 'Hälytyshistoria',
    ranges: { day: 'Vuorokausi', week: 'Viikko', month: 'Kuukausi', year: 'Vuosi', all: 'Kaikki', own: 'Oma aikaväli' },
    chooseRange: 'Valitse ensimmäinen päivä, viimeinen päivä tai molemmat.',
    count: '1 hälytys. | {count} hälytystä.',
    activeCount: '1 on voimassa. | {count} on voimassa.',
    timeline:
      'Aikajana, 1 rivi; alla oleva luettelo kertoo saman. | Aikajana, {count} riviä; alla oleva luettelo kertoo saman.',
    key: {
      ended: 'päättynyt',
      active: 'voimassa nyt',
      unknown: 'alkoi ennen kirjausten alkua',
      reversed: 'päättyy ennen kuin alkaa'
    },
    list: 'Hälytykset',
    active: 'voimassa',
    period: '{from} – {to}',
    beforeRecords: 'ennen kirjausten alkua',
    stillActive: 'nyt',
    reversed: 'Palvelimen mukaan hälytys päättyy ennen kuin alkaa.',
    unknownLength: 'kesto ei tiedossa',
    more: 'Näytä lisää ({count})',
    none: { ever: 'Ei kirjattuja hälytyksiä', range: 'Ei hälytyksiä tällä aikavälillä' },
    noneText: {
      ever: 'Kun laite hälyttää, hälytys ja sen kesto näkyvät tässä.',
      range: 'Pidempi aikaväli näyttää aiemmat hälytykset.'
    }
  },
  commands: {
    title: 'Komentohistoria',
    send: 'Lähetä komento',
    close: 'Sulje',
    read: 'Lue komennot uudelleen',
    here: 'Tältä koneelta, ei vielä palvelimen historiassa',
    list: 'Komennot, uusin ensin',
    unknown: 'Komento {id}',
    saved: 'tallennettu {time}',
    noTime: 'Aika ei ole tiedossa',
    by: 'lähettänyt {name}',
    byUnknown: 'Lähettäjä ei ole tiedossa',
    ours: 'tältä koneelta',
    asksForSettings: 'Ilman arvoja: pyytää laitteelta sen asetukset.',
    noValues: 'Ilman arvoja.',
    settle: 'Päätä jonossa',
    more: 'Näytä lisää ({count})',
    none: 'Ei vielä komentoja',
    noneText: 'Tähän tulevat kaikki laitteelle lähetetyt komennot: milloin, kuka lähetti ja mitä laite vastasi.'
  },
  installations: {
    title: 'Asennushistoria',
    now: 'nyt',
    unknownStatus: 'Tila, jota sovellus ei tunne, palvelimen kirjoittamana.',
    none: 'Tilaa ei ole vielä merkitty',
    noneText: 'Jokainen laitteelle annettu tila näkyy tässä: milloin ja kenen merkitsemänä.'
  }
}
