package backtalk.studio;

import backtalk.app.Bot;
import backtalk.cli.ChatInput;
import backtalk.cli.TerminalSession;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares what two versions answer to a phrase as a first message.
 *
 * @param changed true when the two differ
 */
record PhraseComparison(String phrase, Reply before, Reply after, boolean changed) {

  record Reply(TurnKind kind, List<String> topics, String text) {}

  /** Returns phrases with the reply of one version, which is compared with later ones. */
  static List<PhraseComparison> begin(List<String> phrases, Bot bot) {
    return phrases.stream()
        .map(phrase -> new PhraseComparison(phrase, reply(phrase, bot), reply(phrase, bot), false))
        .toList();
  }

  /** Returns the comparison of the newest reply with that of the next version. */
  PhraseComparison next(Bot bot) {
    Reply reply = reply(phrase, bot);
    return new PhraseComparison(phrase, after, reply, !reply.equals(after));
  }

  private static Reply reply(String phrase, Bot bot) {
    TerminalSession.Exchange exchange =
        new TerminalSession(bot, Clock.systemUTC()).take(ChatInput.asTyped(phrase));
    Turn.Gist gist = exchange.turn().gist();
    String text =
        exchange.messages().stream()
            .map(message -> message.text().plain())
            .collect(Collectors.joining("\n\n"));
    return new Reply(gist.kind(), gist.topics(), text);
  }
}
