import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('pl');
const people = /* @__PURE__ */ createPeople('pl', {
  one: '# inna osoba',
  few: '# inne osoby',
  many: '# innych osób',
  other: '# innej osoby',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'pl',
  direction: 'ltr',
  messages: {
    'controls.label': 'Sterowanie rozmową',
    'controls.microphone': 'Mikrofon',
    'controls.microphoneOn': 'Włącz mikrofon',
    'controls.microphoneOff': 'Wyłącz mikrofon',
    'controls.camera': 'Kamera',
    'controls.cameraOn': 'Włącz kamerę',
    'controls.cameraOff': 'Wyłącz kamerę',
    'controls.speaker': 'Głośnik',
    'controls.screen': 'Udostępnij ekran',
    'controls.screenOn': 'Udostępnij swój ekran',
    'controls.screenOff': 'Zakończ udostępnianie',
    'controls.leave': 'Wyjdź',
    'controls.notAllowed': 'Nie masz tu do tego uprawnień.',
    'controls.censored': (reason) =>
      reason === '' ? 'Moderator wyłączył Ci tę funkcję.' : `Moderator wyłączył Ci tę funkcję: ${reason}`,

    'device.replaced': (lost, used) => `Odłączono: ${lost}. Używane jest teraz: ${used}.`,
    'device.muted': 'System lub przełącznik na urządzeniu utrzymuje je wyłączone.',

    'tile.unnamed': 'Gość',
    'tile.you': (name) => `${name} (Ty)`,
    'tile.screen': (name) => `Ekran: ${name}`,
    'tile.yourScreen': 'Twój ekran',
    'tile.muted': 'Mikrofon wyłączony',
    'tile.unmuted': 'Mikrofon włączony',
    'tile.speaking': 'Mówi',
    'tile.reconnecting': 'Ponowne łączenie…',
    'tile.reason.bandwidth': 'Wstrzymano, sieć jest wolna',
    'tile.reason.censored': 'Wyłączone przez moderatora',
    'tile.reason.frozen': 'Obraz się zatrzymał',
    'tile.reason.permission': 'Nie masz dostępu do tego obrazu',

    'tile.pin': (name) => `Przypnij: ${name}`,
    'tile.handRaised': 'Podniesiona ręka',
    'tile.reacted': (reaction) => `Reakcja: ${reaction}`,
    'tile.quality': (level) => `Jakość połączenia: ${level} z 5`,
    'tile.failed': '– nie można wyświetlić: na tej stronie coś poszło nie tak.',
    'tile.retry': 'Spróbuj ponownie',

    'grid.label': (count) =>
      plural(count, {
        one: '# osoba w pokoju',
        few: '# osoby w pokoju',
        many: '# osób w pokoju',
        other: '# osoby w pokoju',
      }),
    'grid.empty': 'Nie ma tu nikogo poza Tobą',
    'grid.emptyHint': 'Inni pojawią się, gdy tylko dołączą.',

    'stage.audience': (count) =>
      plural(count, { one: '# osoba ogląda', few: '# osoby oglądają', many: '# osób ogląda', other: '# osoby ogląda' }),

    'pagination.label': 'Strony z osobami',
    'pagination.previous': 'Poprzednia strona',
    'pagination.next': 'Następna strona',
    'pagination.page': (page, count) => `Strona ${page} z ${count}`,

    'selfView.label': 'Twój obraz: przesuwaj go klawiszami strzałek',

    'audio.unblock': 'Włącz dźwięk',

    'lazy.pending': 'Wczytywanie…',
    'lazy.failed': 'Nie udało się tego wyświetlić. Spróbuj ponownie albo odśwież stronę.',
    'lazy.retry': 'Spróbuj ponownie',

    'announce.joined': (names, others) => several(names, others, 'dołącza', 'dołączają'),
    'announce.left': (names, others) => several(names, others, 'opuszcza rozmowę', 'opuszczają rozmowę'),
    'announce.handRaised': (names, others) => several(names, others, 'podnosi rękę', 'podnoszą rękę'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) =>
      plural(count, {
        one: '# nowa wiadomość',
        few: '# nowe wiadomości',
        many: '# nowych wiadomości',
        other: '# nowej wiadomości',
      }),
    'announce.recordingStarted': 'Nagrywanie rozpoczęte',
    'announce.recordingStopped': 'Nagrywanie zakończone',
    'announce.microphoneCensored': 'Moderator wyłączył Twój mikrofon',
    'announce.microphoneUncensored': 'Możesz znów włączyć mikrofon',
    'announce.cameraCensored': 'Moderator wyłączył Twoją kamerę',
    'announce.cameraUncensored': 'Możesz znów włączyć kamerę',
    'announce.screenCensored': 'Moderator zakończył udostępnianie Twojego ekranu',
    'announce.screenUncensored': 'Możesz znów udostępnić ekran',

    'connection.connecting': 'Dołączanie…',
    'connection.reconnecting': 'Utracono połączenie. Ponowne łączenie…',
    'connection.joinAgain': 'Dołącz ponownie',
    'connection.left': 'Rozmowa opuszczona',
    'connection.leftHint': 'Możesz wrócić w każdej chwili.',
    'connection.failed': 'Nie udało się dołączyć',
    'connection.ended': 'Rozmowa się dla Ciebie zakończyła',
    'disconnected.user_initiated': 'Jesteś już poza pokojem.',
    'disconnected.network_error': 'Utracono połączenie i nie udało się go przywrócić. Sprawdź sieć.',
    'disconnected.timed_out': 'Serwer nie odpowiedział na czas. Sprawdź sieć.',
    'disconnected.unauthorized': 'Twój dostęp wygasł. Poproś o nowe zaproszenie.',
    'disconnected.forbidden': 'Nie masz dostępu do tego pokoju.',
    'disconnected.unknown': 'Coś poszło nie tak.',
    'disconnected.room_expired': 'Pokój nie jest już otwarty.',
    'disconnected.kicked': 'Moderator usunął Cię z pokoju.',
    'disconnected.session_terminated': 'Moderator zakończył rozmowę dla wszystkich.',

    'prejoin.label': 'Przed dołączeniem',
    'prejoin.heading': 'Wszystko gotowe?',
    'prejoin.preview': 'Twoja kamera',
    'prejoin.cameraOff': 'Twoja kamera jest wyłączona',
    'prejoin.name': 'Twoje imię',
    'prejoin.nameMissing': 'Wpisz swoje imię, aby inni wiedzieli, kim jesteś.',
    'prejoin.join': 'Dołącz',
    'prejoin.joining': 'Dołączanie…',

    'error.token-invalid': 'Twoje zaproszenie jest tu nieważne. Poproś o nowe.',
    'error.token-expired': 'Twoje zaproszenie wygasło. Poproś o nowe.',
    'error.token-wrong-room': 'Twoje zaproszenie dotyczy innego pokoju.',
    'error.room-not-found': 'Ten pokój nie istnieje. Sprawdź link.',
    'error.room-full': 'Pokój jest pełny. Spróbuj ponownie, gdy ktoś wyjdzie.',
    'error.not-allowed': 'Nie masz tu do tego uprawnień.',
    'error.joined-elsewhere':
      'Rozmowa trwa w innej karcie lub na innym urządzeniu. Dołącz ponownie, aby kontynuować tutaj.',
    'error.censored': 'Moderator wyłączył Ci tę funkcję.',
    'error.kicked': 'Moderator usunął Cię z tego pokoju.',
    'error.unreachable': 'Nie można połączyć się z serwerem. Sprawdź sieć i spróbuj ponownie.',
    'error.timed-out': 'Serwer nie odpowiedział na czas. Sprawdź sieć i spróbuj ponownie.',
    'error.server-stopping': 'Serwer jest ponownie uruchamiany. Spróbuj za chwilę.',
    'error.protocol-mismatch': 'Ta strona jest nieaktualna. Odśwież ją.',
    'error.capabilities-changed': 'Serwer się zmienił. Dołącz ponownie.',
    'error.browser-unsupported':
      'Ta przeglądarka nie obsługuje rozmów wideo. Użyj aktualnej wersji Chrome, Edge, Firefox lub Safari.',
    'error.not-connected': 'Nie ma Cię w pokoju. Najpierw dołącz.',
    'error.aborted': 'Operacja została przerwana.',
    'error.stream-exists': 'To jest już udostępniane.',
    'error.stream-not-found': 'To nie jest już udostępniane.',
    'error.own-stream': 'To Twój własny obraz.',
    'error.participant-not-found': 'Tej osoby nie ma już w pokoju.',
    'error.device-permission-denied':
      'Przeglądarka na to nie pozwala. Zezwól na to w pasku adresu, a potem spróbuj ponownie.',
    'error.device-not-found': 'Nie znaleziono takiego urządzenia. Podłącz je i spróbuj ponownie.',
    'error.device-in-use': 'Używa go inna aplikacja. Zamknij ją i spróbuj ponownie.',
    'error.device-unsuitable': 'Urządzenie nie potrafi tego, o co poproszono. Wybierz inne.',
    'error.device-failed': 'Nie udało się uruchomić urządzenia. Podłącz je ponownie i spróbuj jeszcze raz.',
    'error.device-dismissed': 'Nic nie wybrano.',
    'error.message-too-large': 'Wiadomość jest za długa. Skróć ją.',
    'error.bad-request': 'Serwer nie zrozumiał. Odśwież stronę.',
    'error.too-many-requests': 'Zbyt wiele prób w krótkim czasie. Odczekaj chwilę.',
    'error.not-available': 'To nie jest jeszcze dostępne.',
    'error.internal': 'Coś poszło nie tak. Spróbuj ponownie.',
  },
};
export default locale;
