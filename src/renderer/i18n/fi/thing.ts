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
    notKnownNext: 'Vertaa tarraan ja tarkista, että ”{stack}” on oikea asiakasympäristö.',
    notKnownGoOn: 'Voit jatkaa: tallentamasi säilyy, mutta palvelin voi hylätä sen.',
    neverSeen: 'Laitteesta {tuid} ei täällä tiedetä mitään.',
    neverSeenMeaning: 'Tämä kone ei ole nähnyt laitetta ennen: paristo, ryhmä, tila ja hälytykset eivät ole tiedossa.',
    lastSeen: 'Tässä on tällä koneella viimeksi nähty tieto.',
    goOnAllTheSame: 'Voit jatkaa; kaikki tallentuu tälle koneelle ja lähetetään myöhemmin.',
    signIn: 'Palvelin ei hyväksy asiakasympäristön kirjautumista',
    signInNext: 'Korjaa asiakastunnus ja salaisuus asetusten kohdassa Asiakasympäristöt.',
    partMissing: 'Ei saatavilla',
    partMissingNext: 'Palvelimella ei ole tätä osaa laitteen tiedoista. Muihin tietoihin se ei vaikuta.'
  }
}
