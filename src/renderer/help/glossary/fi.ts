import type { Translation } from '../../i18n/translation'
import type { words as english } from './en'

export const words: Translation<typeof english> = {
  title: 'Mitä sanat tarkoittavat',
  lead: 'Tarrojen, papereiden ja tämän sovelluksen sanat.',
  steps: {},
  words: {
    thing: { word: 'Laite', meaning: 'Anturi tai yhdyskäytävä: kaikki, missä on TUID-tarra.' },
    tuid: {
      word: 'TUID (laitteen tunnus)',
      meaning:
        'Yhden laitteen nimi, jota ei ole millään muulla: mallikoodi ja sarjanumero peräkkäin, yleensä 17 kirjainta ja numeroa, esimerkiksi TSPD04ESY93100802. Se on tarrassa tekstinä tai QR-koodissa.'
    },
    gateway: {
      word: 'Yhdyskäytävä',
      meaning:
        'Toimii verkkovirralla ja välittää palvelimelle sen, mitä ympärillä olevat anturit mittaavat. Asenna se ensin.'
    },
    stack: {
      word: 'Asiakasympäristö',
      meaning:
        'Asiakkaan tili. Jokainen laite ja ryhmä kuuluu yhteen sellaiseen; omassa rakennuksessasi se on oma tilisi.'
    },
    papers: {
      word: 'Rajapinnan osoite, asiakastunnus, asiakassalaisuus',
      meaning:
        'Asiakasympäristön palvelimen osoite sekä tunnus ja salasana, joilla sovellus kirjautuu sinne. Ne tulevat tilin mukana asiakkaalta tai laitteiden toimittajalta.'
    },
    group: {
      word: 'Ryhmä',
      meaning:
        'Mihin laite kuuluu, esimerkiksi rakennus. Laite on yhdessä ryhmässä kerrallaan. Tiedot välitetään eteenpäin vain ryhmistä, joiden nimen alussa on pr.'
    },
    status: {
      word: 'Asennustila',
      meaning: 'Missä vaiheessa elämäänsä laite on. Tila ”Asennettu” tarkoittaa, että laite on paikallaan ja käytössä.'
    },
    command: {
      word: 'Komento',
      meaning: 'Laitteelle lähetettävät asetukset, esimerkiksi kuinka usein se mittaa ja raportoi.'
    },
    heard: {
      word: 'Kuultu',
      meaning: 'Palvelin on saanut laitteelta viestin: siinä on virta, ja viestit pääsevät perille.'
    },
    queue: {
      word: 'Jono',
      meaning: 'Kaikki, minkä olet tallentanut, lähetysjärjestyksessä, ja mitä palvelin on siihen vastannut.'
    },
    confirmed: {
      word: 'Vahvistettu',
      meaning: 'Palvelin itse on sanonut, että asia on niin. Sitä ennen mitään ei sanota valmiiksi.'
    },
    visit: {
      word: 'Käynti',
      meaning: 'Yksi päivä tai työ kohteessa: kaikki siellä käsitellyt laitteet luettelona ja raporttina.'
    },
    keychain: { word: 'Avainnippu', meaning: 'Järjestelmän oma salasanasäilö. Asiakassalaisuus on siellä.' }
  },
  tips: {}
}
