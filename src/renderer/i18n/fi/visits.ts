import type { Translation } from '../translation'
import type { visits as en } from '../en/visits'

export const visits: Translation<typeof en> = {
  title: 'Käynnit',
  lead: 'Yksi käynti kohteessa: jokainen käsitelty laite, mitä sille tehtiin ja menikö tieto perille. Säilyy tällä koneella.',
  start: {
    button: 'Aloita käynti',
    title: 'Aloita käynti',
    site: 'Kohde',
    siteHint: 'Nimi, jota raportti käyttää, esimerkiksi ”Satamatalo, Helsinki”.',
    installer: 'Nimesi',
    submit: 'Aloita',
    needsSite: 'Anna ensin kohteelle nimi.'
  },
  list: 'Tämän koneen käynnit',
  search: 'Etsi käyntiä kohteen, nimen, muistiinpanon, paikan tai laitteen mukaan',
  foundBy: 'mukana',
  underWay: 'Kesken',
  ended: 'Päättyi {time}',
  things: 'Ei laitteita | 1 laite | {count} laitetta',
  needYou: '{count} odottaa sinua | {count} odottaa sinua',
  empty: {
    title: 'Ei vielä käyntejä',
    text: 'Aloita käynti, kun saavut kohteeseen. Kaikki siitä eteenpäin asentamasi kootaan siihen, myös ilman yhteyttä.'
  },
  none: { title: 'Mikään käynti ei täsmää', text: 'Kokeile vähemmillä kirjaimilla.', showAll: 'Näytä kaikki käynnit' },
  ofThing: 'Mukana yhdellä tämän koneen käynnillä | Mukana {count} tämän koneen käynnillä',
  elsewhere: 'Tämä käynti kuuluu asiakasympäristöön {stack}. Vaihda siihen, niin voit jatkaa.',
  gone: { title: 'Käyntiä ei ole tällä koneella', text: 'Se on ehkä poistettu.', next: 'Kaikki käynnit' },
  from: '{start} – {end}',
  since: 'alkoi {start}',
  by: '{installer}',
  end: 'Päätä käynti',
  resume: 'Jatka käyntiä',
  edit: 'Muuta nimeä ja kohdetta',
  save: 'Tallenna',
  cancel: 'Peruuta',
  delete: {
    button: 'Poista käynti',
    title: 'Poistetaanko tämä käynti?',
    text: 'Kohteen {site} kirjaukset poistuvat muistiinpanoineen, paikkoineen ja kuvineen. Jo lähetetty pysyy ennallaan, ja jonossa odottava lähetetään silti.',
    confirm: 'Poista käynti'
  },
  filters: {
    all: 'Kaikki',
    need_you: 'Odottaa sinua',
    waiting: 'Lähettämättä',
    silent: 'Hiljaiset',
    alerting: 'Hälyttävät',
    confirmed: 'Vahvistetut'
  },
  thingsOf: 'Tämän käynnin laitteet',
  noThings: {
    title: 'Täällä ei ole vielä mitään',
    text: 'Valitse, mitä skannattaville laitteille tehdään, ja skannaa sitten tarra toisensa jälkeen. Myös asennussivulla yksittäisille laitteille tehty työ tulee tänne.'
  },
  noneOfThese: 'Ei yhtään tämän käynnin laitetta.',
  showMore: 'Näytä lisää ({count})',
  states: {
    captured: 'Tallessa, palvelimelta kysytään ensin',
    held: 'Pysäytetty: odottaa sinua',
    left: 'Jätettiin ennalleen',
    undone: 'Peruttu',
    none: 'Kirjattu, ei lähetettävää'
  },
  flags: {
    other_group: 'Se on toisessa ryhmässä: {shows}.',
    already_there: 'Sen tila on jo {shows}.',
    unusual_status: 'Sen tila on {shows}, josta tämä muutos on epätavallinen.',
    wrong_kind: 'Se on toisenlainen laite: {shows}.',
    command_does_not_fit: 'Komento ei ole tällaiselle laitteelle: {shows}.',
    not_known_to_stack: 'Tämä asiakasympäristö ei tunne sitä. Tarkista tarra tai asiakasympäristö.'
  },
  settle: {
    apply: 'Tee silti',
    leave: 'Jätä ennalleen',
    alike: 'Ja kaikki muut samoista syistä pysäytetyt',
    applied: 'Mitään ei toteutettu | 1 laite toteutetaan | {count} laitetta toteutetaan',
    left: 'Mitään ei jätetty | 1 laite jätetään ennalleen | {count} laitetta jätetään ennalleen'
  },
  undo: {
    button: 'Peru',
    last: 'Peru viimeisin skannaus',
    nothing_sent: '{tuid}: peruttu. Siitä ei ollut lähetetty mitään.',
    reversed: '{tuid}: oli jo lähetetty, joten aiempi palautetaan. Katso jono.',
    partly: '{tuid}: oli jo lähetetty, eikä kaikkea voi palauttaa. Katso laitteen tiedot.'
  },
  heard: 'Kuultu {time}',
  silent: 'Ei vielä kuultu',
  alerts: 'Hälytykset: {types}',
  deeds: {
    install: 'Asennettu',
    batch: 'Sarja',
    command: 'Komento',
    replace_old: 'Korvattu laitteella {partner}',
    replace_new: 'Korvaa laitteen {partner}',
    take_away: 'Viety pois',
    quarantine: 'Karanteenissa'
  },
  describe: {
    button: 'Paikka ja muistiinpano',
    floor: 'Kerros',
    room: 'Huone',
    text: 'Tarkka paikka',
    note: 'Muistiinpano'
  },
  placeOnFloor: 'kerros {floor}',
  batch: {
    title: 'Mitä skannattaville laitteille tehdään',
    choose: 'Valitse, mitä skannattaville laitteille tehdään',
    change: 'Muuta',
    group: 'Pane ryhmään',
    status: 'Aseta tila',
    kind: 'Odotettu laitetyyppi',
    command: 'Lähetä komento',
    noCommand: 'Ei komentoa',
    reports: 'Raportoi tästä lähtien {every}',
    asks: 'Kysy laitteen arvot: {name}',
    list: 'Liitä tai tuo luettelo',
    listed: '{done}/{total} riviä: {captured} tallessa, {held} odottaa sinua, {duplicate} oli jo täällä.',
    keepGroup: 'Jätä ryhmä ennalleen',
    keepStatus: 'Jätä tila ennalleen',
    anyKind: 'Mikä tahansa',
    submit: 'Aloita skannaus',
    needsSomething: 'Valitse ryhmä, tila tai komento: skannauksen pitää tehdä jotain.',
    summary: 'Skannatut: {what}.',
    summaryGroup: 'ryhmään {group}',
    summaryStatus: 'tilaksi {status}',
    summaryCommand: 'komento {command}',
    summaryKind: 'vain {kind}',
    accepted: '{tuid} {kind}',
    held: '{tuid}: {why}',
    duplicate: '{tuid} on jo tämän käynnin numero {no}.'
  }
}
