import type { install as english } from '../en/install'
import type { Translation } from '../translation'

export const install: Translation<typeof english> = {
  scan: {
    hint: 'TUID eli laitteen tunnus, esimerkiksi TSPD04ESY93100802, tai tarran QR-koodin teksti.',
    open: '{tuid} on jo avoinna tässä.',
    asks: 'Päätä ensin, miten laitteelle {tuid} käy.'
  },
  steps: {
    identify: 'Tunnista',
    see: 'Katso',
    group: 'Ryhmä',
    status: 'Tila',
    command: 'Komento',
    verify: 'Varmista',
    finish: 'Valmis'
  },
  identify: {
    how: 'Skannaa laitteen tarra käsilukijalla tai kameralla, tai kirjoita TUID yllä olevaan kenttään ja paina Enter. Seuraavat vaiheet avautuvat tähän.'
  },
  leave: {
    title: 'Poistutaanko laitteesta {tuid} tallentamatta?',
    next: 'Skannasit seuraavan laitteen:',
    leave: 'Poistu tallentamatta',
    stay: 'Jää tähän'
  },
  abandoned: 'Vaihdoit asiakasympäristöä. Laitteelle {tuid} tekemiäsi valintoja ei tallennettu.',
  lookingFirst: 'Katsotaan, mitä palvelin tietää…',
  inputKept: 'Valintasi säilyvät tässä.',
  see: {
    same: 'Sama kuin edellinen: ryhmä {group}, tila {status}',
    goOn: 'Valitse ryhmä ja tila'
  },
  known: {
    queued: 'tallessa tässä, ei vielä vahvistettu',
    remembered: 'tilanne {time}',
    since: '{time} alkaen',
    sinceBy: '{time} alkaen, merkinnyt {name}',
    by: 'merkinnyt {name}'
  },
  looks: {
    title: 'Katso vielä kerran',
    notKnown: 'Tämä asiakasympäristö ei tunne laitetta {tuid}. Palvelin voi hylätä tallennuksen.',
    otherGroup: 'Laite on nyt ryhmässä {from} ja siirtyy ryhmään {to}.',
    statusAlready: 'Tila on jo ”{status}”',
    statusNow: 'Tila on nyt ”{status}”',
    save: 'Tallenna silti',
    saveTheRest: 'Tallenna, mutta jätä tila ennalleen',
    leaveAsIs: 'Jätä ennalleen',
    insist: 'Merkitse tila uudelleen'
  },
  group: {
    search: 'Etsi ryhmää',
    list: 'Ryhmät',
    asking: 'Kysytään ryhmiä palvelimelta…',
    fromServer: 'Palvelimen luettelemat ryhmät.',
    fromHere: 'Palvelimen luetteloa ei ole saatavilla: tässä ovat tällä koneella nähdyt ryhmät.',
    none: 'Missään ryhmässä ei ole tekstiä ”{query}”. Voit luoda ryhmän.',
    more: 'ja {count} muuta: rajaa luetteloa kirjoittamalla.',
    goOn: 'Jatka tällä ryhmällä',
    new: 'Uusi ryhmä',
    marks: {
      current: 'laite on nyt tässä',
      last: 'viimeksi käytetty',
      new: 'uusi',
      queued: 'luotu tässä, ei vielä vahvistettu'
    }
  },
  newGroup: {
    title: 'Uusi ryhmä',
    exists: 'Ryhmä on jo olemassa: valitse se luettelosta.',
    when: 'Ryhmä luodaan tallennettaessa, samalla kun laite liitetään siihen.',
    use: 'Käytä uutta ryhmää'
  },
  status: {
    list: 'Asennustila',
    now: 'nyt',
    insist: 'Merkitse uudelleen, uutena rivinä historiaan'
  },
  save: {
    will: 'Tallennetaan: {actions}',
    save: 'Tallenna',
    nothing: 'Ryhmä ja tila ovat jo näin: tallennettavaa ei ole.',
    goOn: 'Jatka',
    groupMissing: 'Ryhmää ei ole vielä valittu.'
  },
  command: {
    optional: 'Valinnainen. Useimmat laitteet toimivat sellaisinaan.',
    skip: 'Ohita',
    goOn: 'Jatka'
  },
  verify: {
    heard: 'Kuultu asennuksen jälkeen:',
    wait: 'Yleensä {typical} minuutin, viimeistään {worst} minuutin kuluessa virran kytkemisestä.',
    silent:
      'Laite on ollut hiljaa yli {hours} tuntia, joten se katsotaan yhteydettömäksi. Tarkista laitteen virta ja yhteys.',
    callSupport: 'Asennuksesta on yli {hours} tuntia: jos virta on kytketty, ota yhteyttä tukeen.',
    waveAHand: 'Heilauta kättä laitteen edessä.',
    reasons: {
      needs_you:
        'Palvelin ei ole hyväksynyt tallentamaasi, joten laitetta ei ole vielä asennettu. Päätä jonossa, miten jatketaan.',
      not_sent: 'Asennus on tallessa tässä, mutta palvelin ei ole vielä vahvistanut sitä; sen jälkeen asia selviää.',
      not_installed: 'Tila ei ole ”Asennettu”.',
      not_read: 'Palvelimen tieto asennuksesta tai viesteistä puuttuu.'
    },
    checking: 'Tarkistetaan…',
    checked: 'tarkistettu {seconds} s sitten',
    paused: {
      no_stack: 'Tauolla: asiakasympäristöä ei ole valittu',
      checking: 'Tauolla: yhteyttä tarkistetaan',
      online: 'Katsotaan uudelleen',
      offline: 'Tauolla: palvelimeen ei saada yhteyttä',
      signed_out: 'Tauolla: palvelin ei hyväksy kirjautumista',
      no_secret: 'Tauolla: salaisuus puuttuu'
    },
    goOn: 'Jatka',
    messages: 'Viimeisimmät viestit',
    noMessages: 'Ei vielä viestejä. Ne ilmestyvät tähän itsestään.',
    all: 'Näytä kaikki {count}',
    fewer: 'Näytä vähemmän',
    alerts: 'Hälytyshistoria',
    noAlerts: 'Ei kirjattuja hälytyksiä.',
    beforeRecords: 'ennen kirjausten alkua',
    activeSince: 'voimassa, alkoi {from}',
    ended: '{from} – {to}'
  },
  finish: {
    notSaved: 'Tälle laitteelle ei tallennettu mitään.',
    nothingSent: 'Ryhmä ja tila olivat jo näin: mitään ei tarvinnut lähettää.',
    needsYou: 'Odottaa sinua: {count}',
    waiting: 'Vahvistus puuttuu vielä: {count}',
    confirmed: 'Palvelimen vahvistamia: {count}',
    settled: 'Käyttäjän ratkaisemia: {count}',
    next: 'Seuraava laite',
    queue: 'Avaa jono'
  },
  done: {
    title: 'Tehty tällä kertaa',
    count: 'Tehty tällä kertaa: {count}',
    asItWas: 'Oli jo näin',
    all: 'Kaikki jonossa',
    empty: 'Valmiit laitteet ilmestyvät tähän.'
  },
  outcome: {
    heard: 'kuultu {ago}',
    groupKept: 'Pysyy paikallaan',
    groupStays: 'Pysyy ryhmässä {group}',
    commandSkipped: 'Ohitettu'
  },
  announce: {
    saved: '{tuid}: tallessa tässä, lähetetään myöhemmin.',
    asItWas: '{tuid}: oli jo näin, tallennettavaa ei ollut.'
  }
}
