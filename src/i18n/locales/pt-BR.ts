import type { Locale } from '../Locale.ts';
import { createPeople, withVerb } from '../people.ts';
import { createPlural } from '../plural.ts';

const plural = /* @__PURE__ */ createPlural('pt-BR');
const people = /* @__PURE__ */ createPeople('pt-BR', {
  one: 'mais # pessoa',
  many: 'mais # de pessoas',
  other: 'mais # pessoas',
});
const several = withVerb(people);

const locale: Locale = {
  tag: 'pt-BR',
  direction: 'ltr',
  messages: {
    'controls.label': 'Controles da chamada',
    'controls.microphone': 'Microfone',
    'controls.microphoneOn': 'Ativar microfone',
    'controls.microphoneOff': 'Desativar microfone',
    'controls.camera': 'Câmera',
    'controls.cameraOn': 'Ativar câmera',
    'controls.cameraOff': 'Desativar câmera',
    'controls.speaker': 'Alto-falante',
    'controls.screen': 'Compartilhar tela',
    'controls.screenOn': 'Compartilhar sua tela',
    'controls.screenOff': 'Parar de compartilhar',
    'controls.leave': 'Sair',
    'controls.notAllowed': 'Você não tem permissão para usar isto aqui.',
    'controls.censored': (reason) =>
      reason === '' ? 'A moderação desativou isto para você.' : `A moderação desativou isto para você: ${reason}`,

    'device.replaced': (lost, used) => `${lost} foi desconectado. ${used} está sendo usado no lugar.`,
    'device.muted': 'Seu sistema ou um botão do dispositivo o mantém desligado.',

    'tile.unnamed': 'Convidado',
    'tile.you': (name) => `${name} (você)`,
    'tile.screen': (name) => `Tela de ${name}`,
    'tile.yourScreen': 'Sua tela',
    'tile.muted': 'Sem áudio',
    'tile.unmuted': 'Microfone ativado',
    'tile.speaking': 'Falando',
    'tile.reconnecting': 'Reconectando…',
    'tile.reason.bandwidth': 'Em pausa, a rede está lenta',
    'tile.reason.censored': 'Desativado pela moderação',
    'tile.reason.frozen': 'A imagem travou',
    'tile.reason.permission': 'Você não pode ver isto',

    'tile.pin': (name) => `Fixar ${name}`,
    'tile.handRaised': 'Mão levantada',
    'tile.reacted': (reaction) => `Reagiu com ${reaction}`,
    'tile.quality': (level) => `Qualidade da conexão: ${level} de 5`,
    'tile.failed': 'não pode ser exibido: algo deu errado nesta página.',
    'tile.retry': 'Tentar de novo',

    'grid.label': (count) =>
      plural(count, { one: '# pessoa na sala', many: '# de pessoas na sala', other: '# pessoas na sala' }),
    'grid.empty': 'Só você está aqui',
    'grid.emptyHint': 'As outras pessoas aparecem assim que entrarem.',

    'stage.audience': (count) =>
      plural(count, { one: '# pessoa assistindo', many: '# de pessoas assistindo', other: '# pessoas assistindo' }),

    'pagination.label': 'Páginas de pessoas',
    'pagination.previous': 'Página anterior',
    'pagination.next': 'Próxima página',
    'pagination.page': (page, count) => `Página ${page} de ${count}`,

    'selfView.label': 'Sua imagem: mova-a com as setas',

    'audio.unblock': 'Ativar som',

    'lazy.pending': 'Carregando…',
    'lazy.failed': 'Não foi possível exibir isto. Tente de novo ou recarregue a página.',
    'lazy.retry': 'Tentar de novo',

    'announce.joined': (names, others) => several(names, others, 'entrou', 'entraram'),
    'announce.left': (names, others) => several(names, others, 'saiu', 'saíram'),
    'announce.handRaised': (names, others) => several(names, others, 'levantou a mão', 'levantaram a mão'),
    'announce.message': (name, text) => `${name}: ${text}`,
    'announce.messages': (count) =>
      plural(count, { one: '# nova mensagem', many: '# de novas mensagens', other: '# novas mensagens' }),
    'announce.recordingStarted': 'A gravação começou',
    'announce.recordingStopped': 'A gravação terminou',
    'announce.microphoneCensored': 'A moderação desativou seu microfone',
    'announce.microphoneUncensored': 'Você já pode reativar o microfone',
    'announce.cameraCensored': 'A moderação desativou sua câmera',
    'announce.cameraUncensored': 'Você já pode reativar a câmera',
    'announce.screenCensored': 'A moderação interrompeu o compartilhamento da sua tela',
    'announce.screenUncensored': 'Você já pode compartilhar a tela de novo',

    'connection.connecting': 'Entrando…',
    'connection.reconnecting': 'Conexão perdida. Reconectando…',
    'connection.joinAgain': 'Entrar de novo',
    'connection.left': 'Você saiu',
    'connection.leftHint': 'Você pode voltar quando quiser.',
    'connection.failed': 'Não foi possível entrar',
    'connection.ended': 'A chamada terminou para você',
    'disconnected.user_initiated': 'Você saiu da sala.',
    'disconnected.network_error': 'A conexão caiu e não pôde ser restabelecida. Verifique sua rede.',
    'disconnected.timed_out': 'O servidor não respondeu a tempo. Verifique sua rede.',
    'disconnected.unauthorized': 'Seu acesso expirou. Peça um novo convite.',
    'disconnected.forbidden': 'Você não tem acesso a esta sala.',
    'disconnected.unknown': 'Algo deu errado.',
    'disconnected.room_expired': 'A sala não está mais aberta.',
    'disconnected.kicked': 'A moderação removeu você da sala.',
    'disconnected.session_terminated': 'A moderação encerrou a chamada para todos.',

    'prejoin.label': 'Antes de entrar',
    'prejoin.heading': 'Tudo pronto para entrar?',
    'prejoin.preview': 'Sua câmera',
    'prejoin.cameraOff': 'Sua câmera está desativada',
    'prejoin.name': 'Seu nome',
    'prejoin.nameMissing': 'Digite seu nome para que os outros saibam quem você é.',
    'prejoin.join': 'Entrar',
    'prejoin.joining': 'Entrando…',

    'error.token-invalid': 'Seu convite não vale aqui. Peça um novo.',
    'error.token-expired': 'Seu convite expirou. Peça um novo.',
    'error.token-wrong-room': 'Seu convite é para outra sala.',
    'error.room-not-found': 'Esta sala não existe. Verifique o link.',
    'error.room-full': 'A sala está cheia. Tente de novo quando alguém sair.',
    'error.not-allowed': 'Você não tem permissão para fazer isto aqui.',
    'error.joined-elsewhere': 'Você entrou em outra aba ou dispositivo. Entre de novo para continuar aqui.',
    'error.censored': 'A moderação desativou isto para você.',
    'error.kicked': 'A moderação removeu você desta sala.',
    'error.unreachable': 'Não foi possível acessar o servidor. Verifique sua rede e tente de novo.',
    'error.timed-out': 'O servidor não respondeu a tempo. Verifique sua rede e tente de novo.',
    'error.server-stopping': 'O servidor está reiniciando. Tente de novo em instantes.',
    'error.protocol-mismatch': 'Esta página está desatualizada. Recarregue-a.',
    'error.capabilities-changed': 'O servidor mudou. Entre de novo.',
    'error.browser-unsupported':
      'Este navegador não faz chamadas de vídeo. Use uma versão atual do Chrome, Edge, Firefox ou Safari.',
    'error.not-connected': 'Você não está na sala. Entre primeiro.',
    'error.aborted': 'A operação foi cancelada.',
    'error.stream-exists': 'Isto já está sendo compartilhado.',
    'error.stream-not-found': 'Isto não está mais sendo compartilhado.',
    'error.own-stream': 'Esta é a sua própria imagem.',
    'error.participant-not-found': 'Esta pessoa saiu da sala.',
    'error.device-permission-denied': 'O navegador não permite. Permita na barra de endereço e tente de novo.',
    'error.device-not-found': 'Nenhum dispositivo encontrado. Conecte um e tente de novo.',
    'error.device-in-use': 'Outro aplicativo está usando o dispositivo. Feche-o e tente de novo.',
    'error.device-unsuitable': 'O dispositivo não consegue fazer o que foi pedido. Escolha outro.',
    'error.device-failed': 'Não foi possível iniciar o dispositivo. Reconecte-o e tente de novo.',
    'error.device-dismissed': 'Nada foi escolhido.',
    'error.message-too-large': 'A mensagem é longa demais. Encurte-a.',
    'error.bad-request': 'O servidor não entendeu. Recarregue a página.',
    'error.too-many-requests': 'Muitas vezes em pouco tempo. Aguarde um momento.',
    'error.not-available': 'Isto ainda não está disponível.',
    'error.internal': 'Algo deu errado. Tente de novo.',
  },
};
export default locale;
