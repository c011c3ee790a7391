import type { queue as english } from '../en/queue'
import type { Translation } from '../translation'

export const queue: Translation<typeof english> = {
  title: 'Jono',
  lead: 'Kaikki, minkä olet tallentanut asiakasympäristöön {stack}, ja miten sille on käynyt.',
  sync: 'Lähetä nyt',
  menu: {
    label: 'Lisää jonon toimintoja',
    retryAll: 'Yritä kaikkia uudelleen',
    pause: 'Keskeytä lähettäminen',
    resume: 'Jatka lähettämistä',
    csv: 'Tallenna taulukkona (CSV)',
    json: 'Tallenna kaikkine yrityksineen (JSON)'
  },
  retriedAll:
    'ei mitään yritettävää | {count} toimenpidettä yritetään uudelleen | {count} toimenpidettä yritetään uudelleen',
  paused: 'Lähettäminen on keskeytetty. Tallentamasi säilyy tässä, kunnes jatkat.',
  progress: {
    title: 'Eteneminen',
    sent: '{done}/{total} lähetetty',
    rate: '{count} minuutissa',
    left: 'aikaa jäljellä noin {count} minuutti | aikaa jäljellä noin {count} minuuttia'
  },
  inFlight: { title: 'Matkalla juuri nyt:', none: 'Juuri nyt mitään ei ole matkalla.' },
  exporting: {
    some: 'Kirjoitetaan tiedostoa: {written} toimenpidettä tähän mennessä',
    of: 'Kirjoitetaan tiedostoa: {written}/{total} toimenpidettä'
  },
  quarantine: {
    title: 'Sivuun siirretyt',
    text: 'Näitä tallennettuja toimenpiteitä ei enää voida lukea, joten niitä ei lähetetä. Tallenna ne tiedostoksi tukea varten.',
    save: 'Tallenna tiedostoksi',
    row: 'tallennettu toimenpide {id}'
  },
  filter: 'Näytä',
  filters: {
    open: 'Kesken',
    needs_you: 'Odottaa sinua',
    under_way: 'Matkalla',
    done: 'Valmiit',
    discarded: 'Hylätyt',
    all: 'Kaikki'
  },
  byThing: 'Laitteittain',
  search: 'Hae TUID:llä tai ryhmällä',
  pages: 'Jonon sivut',
  list: 'Toimenpiteet',
  things: 'Laitteet',
  newer: 'Näytä {count} uudempaa',
  ofThing: 'Toimenpiteet: {thing}',
  groupAlone: 'Ryhmä {group}',
  counted: {
    pending: '{count} odottaa lähetystä',
    sending: '{count} lähdössä',
    unknown: '{count} tarkistettavana',
    needs_you: '{count} odottaa sinua | {count} odottaa sinua',
    done: '{count} valmis | {count} valmista',
    discarded: '{count} hylätty | {count} hylättyä'
  },
  latest: 'Viimeisin: {what}',
  retryThing: 'Yritä kaikkia uudelleen',
  unfold: 'Näytä {count} toimenpide | Näytä {count} toimenpidettä',
  foldUp: 'Näytä vähemmän',
  allOfThing: 'Näytä kaikki {count} luettelossa',
  banner: {
    offline: 'Yhteys katkesi {time}. Odottavat toimenpiteet lähtevät itsestään, kun palvelimeen saadaan yhteys.',
    signed_out:
      'Palvelin ei hyväksy kirjautumista. Odottavat toimenpiteet säilyvät, kunnes asiakasympäristön tiedot on korjattu.',
    no_secret: 'Asiakasympäristön salaisuus puuttuu. Odottavat toimenpiteet säilyvät, kunnes annat sen.'
  },
  empty: {
    open: {
      title: 'Mikään ei odota',
      text: 'Kaikki tallentamasi on mennyt perille, tai mitään ei ole vielä tallennettu.'
    },
    needs_you: {
      title: 'Mikään ei odota sinua',
      text: 'Kun palvelin ei suostu johonkin, se näkyy tässä vaihtoehtoineen.'
    },
    done: { title: 'Ei vielä valmiita', text: 'Vahvistetut toimenpiteet säilyvät tässä palvelimen vastauksineen.' },
    under_way: {
      title: 'Mitään ei ole matkalla',
      text: 'Tässä näkyvät toimenpiteet, joita lähetetään tai joista palvelin ei ole vastannut selvästi.'
    },
    discarded: { title: 'Mitään ei ole hylätty', text: 'Hylkäämäsi toimenpiteet säilyvät tässä syineen.' },
    all: { title: 'Jono on tyhjä', text: 'Asenna laite, niin jokainen tallentamasi vaihe näkyy tässä.' },
    search: { title: 'Mitään ei löytynyt', text: 'Tarkista TUID tai ryhmän nimi, tai katso kohdasta Kaikki.' }
  },
  intents: {
    status: 'Asennustilaksi {status}',
    group: 'Ryhmään {group}',
    unassign: 'Pois ryhmästä',
    command: 'Lähetä komento: {what}',
    commands: 'Lähetä {count} komentoa yhdessä pyynnössä: {commands}',
    valueOfCommand: '{command} ({values})',
    valueOfRead: '{command} (kysy asetukset)',
    commandRead: 'Kysy laitteen asetukset: {command}',
    group_create: 'Luo ryhmä {group}',
    group_rename: 'Nimeä ryhmä {group} uudelleen: {newGroup}',
    group_delete: 'Poista ryhmä {group}'
  },
  saved: 'Tallennettu',
  server: 'Palvelin:',
  answers: {
    accepted: 'hyväksyi',
    not_sent: 'yhteyttä ei saatu',
    refused: 'kieltäytyi',
    auth: 'ei hyväksynyt kirjautumista',
    busy: 'oli kiireinen',
    unknown: 'ei vastannut selvästi',
    contradicted: 'hyväksyi, mutta näyttää muuta',
    interrupted: 'sovellus suljettiin ennen vastausta',
    found: 'muutos on perillä',
    absent: 'muutos ei ole vielä perillä',
    too_early: 'ei näytä muutosta vielä',
    conflict: 'joku muu on muuttanut tätä',
    cannot_tell: 'ei näytä kumpaakaan',
    not_readable: 'tilaa ei voitu lukea'
  },
  needs: {
    refused: 'Palvelin ei suostunut tähän.',
    conflict: 'Joku muu muutti tätä sen jälkeen, kun tallensit omasi.',
    cannot_tell: 'Ei voida tietää, menikö tämä perille. Katso laitetta ja päätä sitten.',
    contradicted: 'Palvelin hyväksyi tämän, mutta näyttää muuta.'
  },
  ours: 'Sinun',
  theirs: 'Palvelimella',
  theirsUnknown: 'ei voitu lukea',
  by: 'tekijä {who}',
  since: 'alkaen {time}',
  choices: {
    compared: {
      send_again: 'Käytä omaani',
      keep_theirs: 'Pidä palvelimen tieto',
      mark_done: 'Näin on jo, merkitse valmiiksi'
    },
    alone: {
      send_again: 'Lähetä uudelleen',
      mark_done: 'Näin on jo, merkitse valmiiksi'
    }
  },
  choiceMeanings: {
    compared: {
      send_again: 'lähettää omasi uudelleen.',
      keep_theirs: 'luopuu omastasi; palvelin jää ennalleen.',
      mark_done: 'sulkee tämän lähettämättä; olet nähnyt, että asia on kunnossa.'
    },
    alone: {
      send_again: 'lähettää tämän vielä kerran sellaisena kuin sen tallensit.',
      mark_done: 'sulkee tämän lähettämättä; olet nähnyt, että asia on kunnossa.'
    }
  },
  choiceLong: {
    compared: {
      send_again: 'Omasi lähetetään uudelleen.',
      keep_theirs: 'Omastasi luovutaan; palvelin jää ennalleen.',
      mark_done: 'Tämä suljetaan lähettämättä, koska olet nähnyt, että asia on kunnossa.'
    },
    alone: {
      send_again: 'Tämä lähetetään vielä kerran sellaisena kuin sen tallensit.',
      mark_done: 'Tämä suljetaan lähettämättä, koska olet nähnyt, että asia on kunnossa.'
    }
  },
  alike:
    'Sama {count} muulle laitteelle: sama muutos, sama vastaus | Sama {count} muulle laitteelle: sama muutos, sama vastaus',
  retry: 'Yritä nyt',
  discard: 'Hylkää',
  discardMeanings: {
    pending: 'ei lähetä tätä; palvelin jää ennalleen. Voit kertoa syyn.',
    refused: 'ei lähetä tätä uudelleen; palvelin jää ennalleen. Voit kertoa syyn.',
    unsure: 'ei lähetä tätä uudelleen; se on silti voinut toteutua. Voit kertoa syyn.'
  },
  discarding: {
    title: 'Hylätäänkö toimenpide?',
    pending: 'Sitä ei lähetetä. Palvelin jää ennalleen.',
    refused: 'Sitä ei lähetetä uudelleen. Palvelin jää ennalleen.',
    unsure: 'Sitä ei lähetetä uudelleen. Se on voinut jo toteutua: tarkista laite ennen kuin lähdet.',
    reason: 'Syy (vapaaehtoinen)',
    alike: 'Hylkää sama myös {count} muulta laitteelta | Hylkää sama myös {count} muulta laitteelta',
    dependents: 'Hylkää myös siitä riippuvat: {count} toimenpide | Hylkää myös siitä riippuvat: {count} toimenpidettä'
  },
  discardedBecause: 'Hylätty: {reason}',
  attempts: {
    title: 'Yritykset',
    none: 'Ei vielä yritetty.',
    send: 'Lähetys',
    look: 'Tarkistus palvelimelta',
    underWay: 'kesken'
  },
  before: 'Aiemmin: {value}',
  transaction: 'Tapahtumanumero {id} | Tapahtumanumerot {id}'
}
