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
    export: 'Tallenna jono tiedostoon'
  },
  retriedAll:
    'ei mitään yritettävää | {count} toimenpidettä yritetään uudelleen | {count} toimenpidettä yritetään uudelleen',
  paused: 'Lähettäminen on keskeytetty. Tallentamasi säilyy tässä, kunnes jatkat.',
  progress: '{done}/{total} lähetetty',
  progressLeft:
    '{done}/{total} lähetetty, aikaa jäljellä noin {count} minuutti | {done}/{total} lähetetty, aikaa jäljellä noin {count} minuuttia',
  quarantine: {
    title: 'Sivuun siirretyt',
    text: 'Näitä tallennettuja toimenpiteitä ei enää voida lukea, joten niitä ei lähetetä. Tallenna ne tiedostoksi tukea varten.',
    save: 'Tallenna tiedostoksi',
    row: 'tallennettu toimenpide {id}'
  },
  filter: 'Näytä',
  filters: { open: 'Kesken', needs_you: 'Odottaa sinua', done: 'Valmiit', all: 'Kaikki' },
  search: 'Hae TUID:llä',
  pages: 'Jonon sivut',
  list: 'Toimenpiteet',
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
    all: { title: 'Jono on tyhjä', text: 'Asenna laite, niin jokainen tallentamasi vaihe näkyy tässä.' },
    search: { title: 'Tällä TUID:llä ei ole toimenpiteitä', text: 'Tarkista TUID tai katso kohdasta Kaikki.' }
  },
  intents: {
    status: 'Asennustilaksi {status}',
    group: 'Ryhmään {group}',
    unassign: 'Pois ryhmästä',
    command: 'Lähetä komento: {command} ({values})',
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
    send_again: 'Käytä omaani',
    keep_theirs: 'Säilytä heidän',
    mark_done: 'Se on perillä, merkitse valmiiksi'
  },
  choiceMeanings: {
    send_again: 'lähettää omasi uudelleen.',
    keep_theirs: 'luopuu omastasi; palvelin jää ennalleen.',
    mark_done: 'sulkee tämän lähettämättä; olet nähnyt, että asia on kunnossa.'
  },
  retry: 'Yritä nyt',
  discard: 'Hylkää',
  discarding: {
    title: 'Hylätäänkö toimenpide?',
    pending: 'Sitä ei lähetetä. Palvelin jää ennalleen.',
    unsure: 'Sitä ei lähetetä uudelleen. Se on voinut jo toteutua: tarkista laite ennen kuin lähdet.',
    reason: 'Syy (vapaaehtoinen)',
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
  transaction: 'Tapahtumanumero {id}'
}
